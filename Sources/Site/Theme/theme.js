// What a page gains where scripts run: a switch between light and dark that is remembered, and copy buttons.
// Nothing on a page needs either.

{
  const root = document.documentElement;
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemIsDark.matches);

  // The choice is kept only while it differs from the system's, so that a reader who never switches, or switches back,
  // follows the system from then on. Storage may be refused: the switch then lasts as long as the page.
  const choose = (dark) => {
    const theme = dark === systemIsDark.matches ? undefined : dark ? "dark" : "light";
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    try {
      if (theme) localStorage.setItem("weft-theme", theme);
      else localStorage.removeItem("weft-theme");
    } catch {}
  };

  const toggle = document.querySelector(".theme-toggle");
  const showTheme = () => toggle.setAttribute("aria-pressed", String(isDark()));
  toggle.addEventListener("click", () => {
    choose(!isDark());
    showTheme();
  });
  systemIsDark.addEventListener("change", showTheme);
  toggle.hidden = false;
  showTheme();

  // Shows what a button did for a moment, in the button itself, where a screen reader that is on it hears it.
  const say = (button, text) => {
    button.textContent = text;
    setTimeout(() => (button.textContent = "Copy"), 2000);
  };

  const copy = async (button, code) => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      say(button, "Copied");
    } catch {
      getSelection().selectAllChildren(code);
      say(button, "Selected");
    }
  };

  for (const code of document.querySelectorAll(".cell-source code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => copy(button, code));
    code.closest(".cell-source").append(button);
  }
}
