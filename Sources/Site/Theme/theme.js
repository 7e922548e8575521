// What a page gains where scripts run: a switch between light and dark that is remembered, copy buttons, and the
// contents' mark on the section that is being read. Nothing on a page needs any of it.

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
}

{
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
    button.className = "copy button";
    button.textContent = "Copy";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => copy(button, code));
    code.closest(".cell-source").append(button);
  }
}

{
  // A box that scrolls can be reached by Tab. One whose content fits need not be, and would only be a stop on the way.
  const boxes = [...document.querySelectorAll('main [tabindex="0"]')];
  const update = () => {
    for (const box of boxes) {
      const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
      box.tabIndex = scrolls ? 0 : -1;
    }
  };
  addEventListener("resize", update);
  addEventListener("load", update);
  update();
}

{
  // The section being read is the last one whose heading has passed the upper third of the window.
  const links = new Map();
  for (const link of document.querySelectorAll(".rail .contents-page a")) links.set(decodeURIComponent(link.hash.slice(1)), link);
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  let current;
  const mark = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    const link = links.get(passed.at(-1)?.id);
    if (link === current) return;
    current?.removeAttribute("aria-current");
    current = link;
    current?.setAttribute("aria-current", "location");
  };
  let isWaiting = false;
  const markSoon = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      mark();
    });
  };
  if (headings.length) {
    addEventListener("scroll", markSoon, { passive: true });
    addEventListener("resize", markSoon);
    mark();
  }
}
