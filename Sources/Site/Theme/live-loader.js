// Loads what live cells need when the first of them comes near, or at once where the address holds a setting.
{
  const cells = document.querySelectorAll("[data-live]");
  const load = () => {
    near.disconnect();
    document.head.append(Object.assign(document.createElement("script"), { src: "live.js" }));
  };
  const near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && load(), { rootMargin: "800px" });
  if (cells.length && location.hash.includes(":")) load();
  else for (const cell of cells) near.observe(cell);
}
