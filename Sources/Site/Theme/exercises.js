// Checks the answers that readers give: a number within its tolerance, or the same text.

for (const answer of document.querySelectorAll(".answer")) {
  const [input, check, verdict] = ["input", ".answer-check", ".answer-verdict"].map((part) => answer.querySelector(part));
  const number = (text) => Number(text.trim().replace(",", ".").replace("−", "-").replace("%", "e-2"));
  const isRight = (text) => {
    const [given, wanted] = [number(text), number(answer.dataset.answer)];
    if (Number.isNaN(wanted)) return text.trim().toLowerCase() === answer.dataset.answer.trim().toLowerCase();
    return text.trim() !== "" && Math.abs(given - wanted) <= Number(answer.dataset.tolerance ?? 0) + 1e-12;
  };
  const tell = () => (verdict.textContent = isRight(input.value) ? "✓ Right." : "Not yet. Try again.");
  check.hidden = false;
  check.addEventListener("click", tell);
  input.addEventListener("keydown", (event) => event.key === "Enter" && tell());
}
