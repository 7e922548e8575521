// Loads what live cells need when the first of them comes near, or at once where the address holds a setting. A preview
// that puts new text into the page begins anew.
{
  let near;
  const begin = (version) => {
    near?.disconnect();
    const cells = document.querySelectorAll("[data-live]");
    const refuse = () => {
      for (const form of document.querySelectorAll(".live-controls")) {
        form.reset();
        for (const control of form.elements) control.disabled = true;
        const status = form.querySelector(".live-status");
        if (status) status.textContent = "This figure can't be changed here: a script of this page can't be loaded.";
      }
    };
    const load = () => {
      near.disconnect();
      document.head.append(Object.assign(document.createElement("script"), { src: `live.js${version}`, onerror: refuse }));
    };
    near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && load(), { rootMargin: "800px" });
    if (cells.length && location.hash.includes(":")) load();
    else for (const cell of cells) near.observe(cell);
  };
  begin("");
  document.addEventListener("weft:refreshed", () => begin(`?${Date.now()}`));
}
