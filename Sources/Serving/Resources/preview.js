// Keeps a page of a preview up to date: puts the new text in the place of the old when the site was built anew, shows
// what runs at the cell that runs, and what is wrong with the course.
{
  const style = document.createElement("style");
  style.textContent = `
    .weft-state { position: fixed; z-index: 9; right: 1rem; bottom: 1rem; max-width: min(46rem, calc(100vw - 2rem));
      max-height: 60vh; overflow: auto; padding: .5rem .9rem; border-radius: 8px; font: 14px/1.5 system-ui, sans-serif;
      background: #1b1e24; color: #fff; box-shadow: 0 4px 20px rgb(0 0 0 / .3); }
    .weft-state[hidden] { display: none; }
    .weft-state.weft-wrong { background: #8c1d18; }
    .weft-state pre, .weft-running pre { margin: .3rem 0; font: 13px/1.45 ui-monospace, monospace; white-space: pre-wrap; }
    .weft-running { margin: .75rem 0; padding: .4rem .9rem; border-left: 3px solid #b26a00; font: 14px/1.5 system-ui, sans-serif; }
    .weft-stale { opacity: .45; }`;
  document.head.append(style);
  const box = document.createElement("div");
  box.className = "weft-state";
  box.setAttribute("role", "status");
  box.hidden = true;
  document.body.append(box);

  const page = location.pathname.split("/").pop() || "index.html";
  let site;

  // The new page's text in the place of the old; what was opened stays open, and the page stays where it was.
  const refresh = async () => {
    const response = await fetch(location.href, { cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    const keyOf = (element) => element.closest("[id]")?.id + " " + element.querySelector("summary")?.textContent;
    const open = new Set([...document.querySelectorAll("details[open]")].map(keyOf));
    const place = here();
    document.title = fresh.title;
    keepOutputs(fresh);
    for (const part of ["main", ".rail", ".site-footer", ".contents-fold"]) {
      const [before, after] = [document.querySelector(part), fresh.querySelector(part)];
      if (before && after) before.replaceWith(after);
    }
    for (const details of document.querySelectorAll("details")) if (open.has(keyOf(details))) details.open = true;
    for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
      const next = link.cloneNode();
      next.href = link.href.split("?")[0] + "?" + Date.now();
      next.onload = () => link.remove();
      link.after(next);
    }
    place();
    document.dispatchEvent(new Event("weft:refreshed"));
  };

  // Remembers what the reader looks at, and gives a function that puts it there again.
  const here = () => {
    const [left, top] = [scrollX, scrollY];
    const seen = [...document.querySelectorAll("main [id]")].find((element) => element.getBoundingClientRect().top >= 0);
    const [id, offset] = [seen?.id, seen?.getBoundingClientRect().top];
    return () => {
      const element = id && document.getElementById(id);
      // At the very top, the page stays at its top.
      const shift = element && top > 0 ? element.getBoundingClientRect().top + scrollY - offset : top;
      scrollTo({ left, top: shift, behavior: "instant" });
    };
  };

  // A cell that is yet to run shows what it showed before.
  const keepOutputs = (fresh) => {
    for (const cell of fresh.querySelectorAll(".cell-pending[id]")) {
      const before = document.getElementById(cell.id);
      for (const output of before?.querySelectorAll(":scope > :not(.cell-source, .cell-fold, .listing, .weft-running)") ?? []) {
        output.classList.add("weft-stale");
        cell.append(output);
      }
    }
  };

  const show = (state) => {
    box.hidden = !state.isBuilding && state.problems.length === 0;
    box.classList.toggle("weft-wrong", !state.isBuilding && state.problems.some((text) => text.includes(": error: ")));
    box.replaceChildren();
    if (state.isBuilding) box.append("Building…");
    for (const problem of state.isBuilding ? [] : state.problems) {
      const line = document.createElement("pre");
      line.textContent = problem;
      box.append(line);
    }
    for (const element of document.querySelectorAll(".weft-running, .weft-note")) element.remove();
    for (const element of document.querySelectorAll(".weft-stale")) {
      if (!element.closest(".cell-pending")) element.classList.remove("weft-stale");
    }
    for (const note of state.notes.filter((note) => note.page === page)) {
      const element = document.createElement("div");
      element.className = "cell-error weft-note";
      element.setAttribute("role", "group");
      element.setAttribute("aria-label", "Error");
      element.append(document.createElement("p"));
      element.firstChild.textContent = note.text;
      const cell = note.cell && document.getElementById(note.cell);
      if (cell) cell.append(element);
      else document.querySelector("main").prepend(element);
    }
    for (const cell of state.running.filter((cell) => cell.page === page && cell.cell)) {
      const element = document.getElementById(cell.cell);
      if (!element) continue;
      for (const output of element.querySelectorAll(":scope > :not(.cell-source, .cell-fold, .listing, .weft-note)")) output.classList.add("weft-stale");
      const live = document.createElement("div");
      live.className = "weft-running";
      live.textContent = "Running" + (cell.progress ? ": " + cell.progress : "…");
      if (cell.text) {
        const text = document.createElement("pre");
        text.textContent = cell.text;
        live.append(text);
      }
      element.append(live);
    }
  };

  const follow = async () => {
    let version = "";
    for (;;) {
      try {
        const response = await fetch("/-weft/state?after=" + version, { cache: "no-store" });
        const state = await response.json();
        if (site !== undefined && state.site !== site) await refresh();
        site = state.site;
        version = state.version;
        show(state);
      } catch {
        box.hidden = false;
        box.textContent = "The preview has ended.";
        await new Promise((done) => setTimeout(done, 1000));
        version = "";
      }
    }
  };
  follow();
}
