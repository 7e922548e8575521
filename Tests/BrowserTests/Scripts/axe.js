// What axe-core finds, with the rule that it leaves off unless it is asked: targets of at least 24 px. It would fetch the
// style sheets again, which a page that is a file may not. "colors" asks for what depends on colors alone.
//
// Contrast is asked of one text of each look: it follows from the colors of the text and of all that it stands on, which
// thousands of words and numbers of a page have in common, and a second is a long time for each hundred.
const looks = new Map();
const look = (element) => {
  if (!element) return "";
  if (!looks.has(element)) {
    const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position, zIndex } = getComputedStyle(element);
    const own = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position === "static" ? "" : position + zIndex].join();
    const below = look(element.parentElement);
    looks.set(element, own === "rgba(0, 0, 0, 0),none,1,none,normal," ? below : `${below}|${own}`);
  }
  return looks.get(element);
};
for (const details of document.querySelectorAll("details")) details.open = true;
for (const old of document.querySelectorAll("[data-look]")) old.removeAttribute("data-look");
const seen = new Set();
const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (words.nextNode()) {
  const element = words.currentNode.parentElement;
  if (!words.currentNode.data.trim() || !element.getClientRects().length) continue;
  const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
  const whole = [look(element), color, fontSize, fontWeight, textShadow, element.namespaceURI].join();
  if (!seen.has(whole)) element.setAttribute("data-look", seen.add(whole).size);
}
axe.configure({ rules: [{ id: "color-contrast", selector: "[data-look]" }] });
const { violations } = await axe.run(document, {
  preload: false,
  resultTypes: ["violations"],
  ...(arguments[0] === "colors" ? { runOnly: ["color-contrast", "link-in-text-block"] } : { rules: { "target-size": { enabled: true } } }),
});
return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)} — ${node.failureSummary}`));
