// What a chart gains where scripts run: values under the pointer and the arrow keys, series that can be switched off,
// downloads, and a slider in place of a row of buttons. Every chart is complete without it.
{
  const all = (root, selector) => [...root.querySelectorAll(selector)];
  const make = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // A scale, [type, name, start, end, ...values] in data-x or data-y, from a place back to a value and its text.
  const there = { linear: (v) => v, log: Math.log, root: (v) => Math.sign(v) * Math.abs(v) ** 0.5, symlog: (v) => Math.sign(v) * Math.log1p(Math.abs(v)) };
  const back = { linear: (v) => v, log: Math.exp, root: (v) => v * Math.abs(v), symlog: (v) => Math.sign(v) * Math.expm1(Math.abs(v)) };
  const scale = (json) => {
    const [type, name, start, end, ...ends] = JSON.parse(json);
    const share = (place) => (place - start) / (end - start);
    if (!there[type]) return { name, text: (place) => ends[Math.floor(share(place) * ends.length)] ?? "" };
    const [low, high] = ends.map(there[type]);
    const value = (place) => back[type](low + share(place) * (high - low));
    // As many digits as the picture resolves.
    const text = (place, shown = value(place)) => {
      const digits = Math.floor(-Math.log10(Math.abs(value(place + 0.2) - value(place)) || 1));
      return digits > 6 || Math.abs(shown) >= 1e6 ? shown.toPrecision(3) : `${+shown.toFixed(Math.max(digits, 0))}`.replace("-", "−");
    };
    return { name, value, text };
  };

  // The narrow picture uses lines of the wide one, stretched.
  const original = (mark) => document.getElementById(mark.getAttribute("href")?.slice(1)) ?? mark;
  const stretch = (mark) => {
    const { a, d, e, f } = (mark.matches("use") && mark.transform.baseVal[0]?.matrix) || new DOMMatrix();
    return ([x, y]) => [a * x + e, d * y + f];
  };

  // The points of a layer, read from what is drawn: where the pen stops, but for the arcs of circles.
  const sizes = { M: 2, l: 2, h: 1, v: 1, c: 6, a: 7 };
  const corners = (d) => {
    const places = [];
    let x = 0, y = 0, command, numbers = [];
    for (const [part] of d.matchAll(/[a-zA-Z]|-?\d*\.?\d+/g)) {
      if (/[a-zA-Z]/.test(part)) command = part;
      else if (numbers.push(+part) === sizes[command]) {
        if (command === "M") x = y = 0;
        x += command === "v" ? 0 : command === "h" ? numbers[0] : numbers.at(-2);
        y += command === "h" ? 0 : numbers.at(-1);
        numbers = [];
        if (command !== "a") places.push([x, y]);
      }
    }
    return places;
  };
  const symbols = (d) =>
    d.split(/(?=M)/).map((part) => {
      const places = corners(part), mean = (axis) => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
      return [mean(0) + Number(/a([\d.]+)/.exec(part)?.[1] ?? 0), mean(1)];
    });
  const bars = (group, x, y) =>
    all(group, "rect").map((rect) => {
      const [left, top, width, height] = ["x", "y", "width", "height"].map((name) => +rect.getAttribute(name));
      const [along, low, high] = y.value ? [y, top + height, top] : [x, left, left + width];
      const size = Math.abs(along.value(high) - along.value(low)) * (along.value(high) + along.value(low) < 0 ? -1 : 1);
      return [left + width / 2, top + height / 2, along.text(high, size)];
    });

  // Where the read-out of a plot stops: at each point of a cloud, else at each x with all that stands there, or at each
  // y where bars lie.
  const stops = (plot) => {
    const x = scale(plot.dataset.x), y = scale(plot.dataset.y), isLying = !y.value, found = new Map();
    const isCloud = !plot.querySelector(".chart-line, .chart-bars");
    for (const layer of all(plot, ".chart-layer:not(.chart-off)")) {
      const mark = layer.querySelector(".chart-line, .chart-bars") ?? layer.querySelector(".chart-symbol");
      if (!mark || !layer.getClientRects().length) continue;
      const drawn = original(mark), d = drawn.getAttribute("d"), isLine = mark.matches(".chart-line");
      for (const [px, py, size] of d === null ? bars(mark, x, y) : isLine ? corners(d).map(stretch(mark)) : symbols(d)) {
        const head = isLying ? `${y.name} ${y.text(py)}` : `${x.name} ${x.text(px)}`, key = isCloud ? found.size : head;
        if (!found.has(key)) found.set(key, { plot, head, x: px, y: py, isCloud, isLying, rows: [] });
        found.get(key).rows.push({
          x: px, y: py, name: layer.dataset.name ?? (isLying ? x : y).name, text: size ?? (isLying ? x.text(px) : y.text(py)),
          color: drawn.getAttribute(isLine ? "stroke" : "fill"),
        });
      }
    }
    return [...found.values()].sort((a, b) => (isLying ? a.y - b.y : a.x - b.x || a.y - b.y));
  };

  const enhance = (chart) => {
    const tip = make("div", { className: "chart-tip", hidden: true }), speech = make("p", { className: "chart-speech", ariaLive: "polite" });
    const cursor = document.createElementNS("http://www.w3.org/2000/svg", "g");
    let shown = null;
    cursor.setAttribute("class", "chart-cursor");
    chart.append(tip, speech);

    const clear = () => {
      tip.hidden = true;
      cursor.remove();
      shown = null;
    };
    const show = (stop) => {
      const rows = stop.rows.toSorted((a, b) => a.y - b.y).slice(0, 12);
      shown = stop;
      tip.hidden = false;
      tip.replaceChildren(make("b", {}, stop.head), ...rows.map((row) => {
        const swatch = make("i");
        swatch.style.background = row.color;
        return make("span", {}, swatch, `${row.name} `, make("strong", {}, row.text));
      }));
      cursor.innerHTML = rows.map((row) => `<circle cx="${row.x}" cy="${row.y}" r="5"/>`).join("");
      stop.plot.append(cursor);
      const box = chart.getBoundingClientRect(), place = new DOMPoint(stop.x, rows[0].y).matrixTransform(stop.plot.getScreenCTM());
      const left = place.x - box.left, top = place.y - box.top - tip.offsetHeight - 8;
      const room = box.width - tip.offsetWidth;
      tip.style.left = `${Math.min(Math.max(left > box.width / 2 ? left - tip.offsetWidth - 12 : left + 12, 0), room)}px`;
      tip.style.top = `${Math.max(top, 0)}px`;
      return [stop.head, ...rows.map((row) => `${row.name} ${row.text}`)].join(", ");
    };
    const plots = () => all(chart, "[data-x]").filter((plot) => plot.getClientRects().length);

    chart.addEventListener("pointermove", ({ clientX, clientY, target }) => {
      const isIn = ({ left, right, top, bottom }) => clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
      const plot = target.closest("svg") && plots().find((plot) => isIn(plot.getBoundingClientRect()));
      if (!plot) return clear();
      const near = new DOMPoint(clientX, clientY).matrixTransform(plot.getScreenCTM().inverse());
      const distance = (stop) => (stop.isCloud ? Math.hypot(stop.x - near.x, stop.y - near.y) : Math.abs(stop.isLying ? stop.y - near.y : stop.x - near.x));
      const known = stops(plot);
      if (known.length) show(known.reduce((best, stop) => (distance(stop) < distance(best) ? stop : best)));
    });
    chart.addEventListener("pointerleave", clear);

    const focus = chart.closest("[tabindex]") ?? chart;
    focus.tabIndex = 0;
    focus.addEventListener("blur", clear);
    focus.addEventListener("keydown", (event) => {
      if (event.key === "Escape") clear();
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step || event.target !== focus || event.altKey || event.ctrlKey || event.metaKey) return;
      const known = plots().flatMap(stops), at = shown ? known.findIndex((stop) => stop.plot === shown.plot && stop.x === shown.x && stop.y === shown.y) : step > 0 ? -1 : known.length;
      if (!known.length) return;
      event.preventDefault();
      speech.textContent = show(known[Math.min(Math.max(at + step, 0), known.length - 1)]);
    });

    // An entry of the legend switches off what has its look.
    const legends = () => {
      for (const svg of all(chart, "svg")) legend(svg);
    };
    const legend = (svg) => {
      const keys = all(svg, ".chart-key[data-key]"), off = new Set();
      if (keys.length < 2) return;
      svg.setAttribute("role", "group");
      for (const key of keys) {
        const toggle = () => {
          const isOff = off.delete(key.dataset.key) ? false : !!off.add(key.dataset.key);
          key.setAttribute("aria-pressed", !isOff);
          for (const part of all(svg, "[data-key]")) part.classList.toggle("chart-off", part.dataset.key.split(" ").some((one) => off.has(one)));
          clear();
        };
        for (const [name, value] of [["role", "button"], ["tabindex", 0], ["aria-pressed", true]]) key.setAttribute(name, value);
        key.addEventListener("click", toggle);
        key.addEventListener("keydown", (event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          toggle();
        });
      }
    };
    legends();
    // A live cell has put a new drawing in the place of the old one.
    chart.addEventListener("weft-drawn", () => {
      clear();
      legends();
    });

    // The buttons of a control stay, hidden: what they say is shown is what the slider moves.
    for (const control of all(chart, ".chart-slider")) {
      const name = control.querySelector("legend").textContent, buttons = all(control, "input"), values = all(control, "span").map((span) => span.textContent);
      const slider = make("input", { type: "range", min: 0, max: buttons.length - 1, id: `${chart.id}-slider` }), output = make("output", { htmlFor: slider.id });
      const move = () => {
        buttons[slider.value].checked = true;
        output.textContent = values[slider.value];
        slider.ariaValueText = `${name} ${values[slider.value]}`;
        clear();
      };
      slider.value = buttons.findIndex((button) => button.checked);
      slider.addEventListener("input", move);
      slider.addEventListener("change", () => (speech.textContent = all(chart, `[data-frame="${slider.value}"]`)[0].ariaLabel));
      control.after(make("div", { className: "chart-control" }, make("label", { htmlFor: slider.id }, name), slider, output));
      control.hidden = true;
      move();
    }

    // Downloads: the picture in its light colours, which are the fallbacks of its variables, and the table.
    const figure = chart.closest("figure"), table = figure?.querySelector(".figure-data table"), id = chart.querySelector("svg").id;
    const save = (text, type, suffix) => {
      const url = URL.createObjectURL(new Blob([text], { type }));
      make("a", { href: url, download: `${id}.${suffix}` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    };
    const picture = () => {
      clear();
      const shown = all(chart, "svg").find((svg) => svg.getClientRects().length), copy = shown.cloneNode(true);
      const frames = all(copy, ".chart-frame");
      all(shown, ".chart-frame").forEach((frame, index) => (frame.getClientRects().length ? frames[index].removeAttribute("display") : frames[index].remove()));
      all(copy, "style, .chart-off:not(.chart-key)").forEach((part) => part.remove());
      for (const use of all(copy, "use")) {
        const path = original(use).cloneNode(), group = document.createElementNS(copy.namespaceURI, "g");
        path.removeAttribute("id");
        path.setAttribute("vector-effect", "non-scaling-stroke");
        group.setAttribute("transform", use.getAttribute("transform"));
        group.append(path);
        use.replaceWith(group);
      }
      copy.removeAttribute("display");
      copy.setAttribute("color", "#1b1e24");
      save(new XMLSerializer().serializeToString(copy).replace(/var\([^,()]+, *([^()]*)\)/g, "$1"), "image/svg+xml", "svg");
    };
    const cell = ({ textContent: text }) => {
      const power = /^(−?)(?:([\d.]+)×)?10([⁻⁰¹²³⁴-⁹]+)$/.exec(text);
      const plain = power ? `${power[1]}${power[2] ?? 1}e${[...power[3]].map((digit) => "-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)]).join("")}` : text;
      const number = plain.replace("−", "-");
      return Number.isFinite(+number) ? number : /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    };
    // The file of a figure's numbers has all of them; those of a live one are what its table shows now.
    const rows = () => save(all(table, "tr").map((row) => [...row.cells].map(cell).join(",") + "\r\n").join(""), "text/csv", "csv");
    const button = (text, click) => make("button", { type: "button", className: "button", textContent: text, onclick: click });
    const data = figure?.querySelector(".figure-data"), file = data?.querySelector("[download]");
    const tools = file?.parentElement ?? make("p", { className: "chart-tools" });
    const isOwn = table && (!file || chart.closest("[data-live]"));
    if (isOwn) file?.remove();
    tools.prepend(button("Download SVG", picture), ...(isOwn ? [button("Download CSV", rows)] : []));
    (data ?? chart).append(tools);
  };

  for (const chart of all(document, ".chart")) enhance(chart);
}
