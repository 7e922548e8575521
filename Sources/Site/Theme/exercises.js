// Checks the answers that readers give: a number within its tolerance, or the same text. Without it, the answer opens.
for (const answer of document.querySelectorAll(".answer")) {
  const [input, button, verdict] = ["input", "button", ".answer-verdict"].map((part) => answer.querySelector(part));
  const wanted = new TextDecoder().decode(Uint8Array.from(atob(answer.dataset.answer), (byte) => byte.charCodeAt(0)));
  const { tolerance, unit } = answer.dataset;

  // "1,250.5", "0,5", "−3", "2/3" and "40%" are numbers to somebody.
  const parse = (text) => (text ? Number(/^-?\d{1,3}(,\d{3})+(\.|$)/.test(text) ? text.replaceAll(",", "") : text.replace(",", ".")) : NaN);
  const number = (text) => {
    const [over, under = "1", ...more] = text.replace(/[\s%]/g, "").replace("−", "-").split("/");
    return more.length ? NaN : parse(over) / parse(under) / (text.includes("%") && !unit ? 100 : 1);
  };
  const judge = (text) => {
    if (tolerance === undefined) return text.toLowerCase() === wanted.trim().toLowerCase();
    const given = number(text);
    return Number.isNaN(given) ? undefined : Math.abs(given - wanted) <= +tolerance + 1e-9 * Math.abs(wanted);
  };
  const tell = () => {
    const text = input.value.trim(), isRight = text ? judge(text) : null;
    answer.dataset.verdict = isRight ?? "";
    verdict.textContent = isRight === null ? "" : isRight ? "✓ Right." : isRight === undefined ? "That is no number." : "✗ Not yet.";
  };
  input.hidden = button.hidden = false;
  button.addEventListener("click", tell);
  input.addEventListener("keydown", (event) => event.key === "Enter" && tell());
  input.addEventListener("input", () => {
    verdict.textContent = "";
    delete answer.dataset.verdict;
  });
}
