// Search. The index is a script, `search-index.js`, that is loaded when search is first opened: a script can be loaded
// from file://, where data can't be fetched.

{
  const opener = document.querySelector(".search-open");
  const base = opener.dataset.root;
  let entries;
  let dialog, input, status, list;

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  // "Größe (L²)" → ["grosse", "l"], as much for what is looked for as for what is found.
  const words = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss").match(/[\p{L}\p{N}]+/gu) ?? [];

  const loadIndex = () =>
    new Promise((resolve, reject) => {
      const script = element("script", { src: base + "search-index.js" });
      script.onload = () => resolve(globalThis.weftSearch);
      script.onerror = reject;
      document.head.append(script);
    });

  const readIndex = ({ pages, sections }) =>
    sections.map(([page, id, title, excerpt, others]) => ({
      href: base + pages[page][0] + (id ? "#" + encodeURIComponent(id) : ""),
      page: pages[page][1],
      title,
      excerpt,
      // What a word is worth by where it stands.
      fields: [
        [words(title), 8],
        [words(pages[page][1]), id ? 2 : 8],
        [words(excerpt), 1],
        [others.split(" "), 1],
      ],
    }));

  // How well one word fits an entry: whole words before beginnings, titles before text.
  const fit = (entry, word) => {
    let best = 0;
    for (const [known, weight] of entry.fields)
      for (const candidate of known)
        if (candidate.startsWith(word)) best = Math.max(best, weight * (candidate === word ? 2 : 1));
    return best;
  };

  // Entries in which every word occurs, best first; of equals, the earlier in the course.
  const find = (query) => {
    const wanted = words(query);
    if (!wanted.length) return [];
    return entries
      .map((entry) => ({ entry, fits: wanted.map((word) => fit(entry, word)) }))
      .filter(({ fits }) => fits.every((fit) => fit > 0))
      .map(({ entry, fits }) => ({ entry, score: fits.reduce((sum, fit) => sum + fit, 0) }))
      .sort((a, b) => b.score - a.score)
      .map(({ entry }) => entry);
  };

  // `text` with the wanted words marked.
  const marked = (text, wanted) =>
    text.split(/([\p{L}\p{M}\p{N}]+)/u).map((part) => {
      const [word] = words(part);
      return word && wanted.some((beginning) => word.startsWith(beginning)) ? element("mark", {}, part) : part;
    });

  const result = (entry, wanted) =>
    element(
      "li",
      {},
      element(
        "a",
        { href: entry.href },
        element("strong", {}, ...marked(entry.title, wanted)),
        ...(entry.title === entry.page ? [] : [" ", element("small", {}, "in " + entry.page)]),
        element("span", {}, ...marked(entry.excerpt, wanted)),
      ),
    );

  const show = () => {
    if (!entries) return;
    const wanted = words(input.value);
    const found = find(input.value);
    list.replaceChildren(...found.slice(0, 20).map((entry) => result(entry, wanted)));
    if (!wanted.length) status.textContent = "Type to search all chapters.";
    else if (!found.length) status.textContent = "Nothing found.";
    else status.textContent = found.length === 1 ? "1 place" : found.length + " places";
  };

  // Up and Down go through the field and the places that were found.
  const move = (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, ...list.querySelectorAll("a")];
    const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    stops[Math.min(Math.max(next, 0), stops.length - 1)].focus();
    event.preventDefault();
  };

  const make = () => {
    input = element("input", { type: "search", "aria-label": "Search the course", autocomplete: "off", spellcheck: "false" });
    status = element("p", { role: "status" }, "Loading…");
    list = element("ol");
    const close = element("button", { type: "button", class: "button" }, "Close");
    const form = element("form", { role: "search" }, input, close);
    dialog = element("dialog", { class: "search", "aria-label": "Search" }, form, status, list);
    close.addEventListener("click", () => dialog.close());
    input.addEventListener("input", show);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      list.querySelector("a")?.click();
    });
    dialog.addEventListener("keydown", move);
    dialog.addEventListener("click", (event) => {
      // A place on this very page is gone to behind the dialog; a click beside the dialog is one on the dialog itself.
      if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
    document.body.append(dialog);
  };

  const open = async () => {
    if (!dialog) make();
    if (!dialog.open) dialog.showModal();
    input.select();
    if (entries) return;
    try {
      entries = readIndex(await loadIndex());
      show();
    } catch {
      status.textContent = "The search index could not be loaded.";
    }
  };

  opener.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    open();
  });
  opener.hidden = false;
}
