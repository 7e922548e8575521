// Pairs of texts of one chart that lie upon each other, on what is shown of the page now.
const overlaps = [];
for (const chart of document.querySelectorAll("figure svg")) {
  if (!chart.getClientRects().length) continue;
  const texts = [...chart.querySelectorAll("text")].filter((text) => text.textContent.trim() && text.getClientRects().length);
  // A rotated text's own box tells nothing of where it is: the box on the screen does, of an upright one.
  const boxes = texts.map((text) => text.getBoundingClientRect());
  for (let i = 0; i < boxes.length; i++)
    for (let j = 0; j < i; j++) {
      const a = boxes[i], b = boxes[j];
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      // Boxes are as high as a line, letters are not: rows may touch.
      if (width > 1 && height > Math.min(a.height, b.height) * 0.25)
        overlaps.push(`${chart.id}: "${texts[j].textContent}" and "${texts[i].textContent}"`);
    }
  const frame = chart.getBoundingClientRect();
  boxes.forEach((box, i) => {
    if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
      overlaps.push(`${chart.id}: "${texts[i].textContent}" leaves the picture`);
  });
}
return overlaps;
