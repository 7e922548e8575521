// Notes, at each press of a key, the element that has the focus then: what it is, whether that can be seen, and where it
// stands among all elements; null where none has it.
const stop = (element) => {
  if (!element || element === document.body || element === document.documentElement) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const seen = (ancestor) => !ancestor || (getComputedStyle(ancestor).visibility !== "hidden" && seen(ancestor.parentElement));
  return {
    name: element.tagName.toLowerCase() + "." + element.className + " " + (element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40),
    isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    isInView: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && seen(element),
    place: [...document.querySelectorAll("*")].indexOf(element),
  };
};
globalThis.weftStops = [];
addEventListener("keyup", () => weftStops.push(stop(document.activeElement)), true);
