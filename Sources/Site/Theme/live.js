// Live cells: what a reader sets goes to the cell's own Swift, compiled to WebAssembly, which runs in a worker and sends
// the figure back. Nothing is loaded before a live figure comes near. Where anything is missing, or fails, the figure
// that was drawn while building stays.
{
  // A preview has the version of the page in this script's address, and so in those of what it loads.
  const version = new URL(document.currentScript.src).search;
  const ended = new AbortController();
  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  const all = (root, selector) => [...root.querySelectorAll(selector)];
  const isStill = matchMedia("(prefers-reduced-motion: reduce)");
  const source = URL.createObjectURL(new Blob([`(${liveWorker})()`], { type: "text/javascript" }));
  // In milliseconds: how long a run may take before a newer setting ends it, before it is stopped, and how long steps
  // may go on.
  const patience = 400, limit = 10_000, playLimit = 120_000;

  // Whether the browser can multiply and add with one rounding, as its processor may. (1 + 2⁻¹²)² = 1 + 2⁻¹¹ + 2⁻²⁴, whose
  // last term a rounding in between loses. Other browsers load a module that computes the same with more instructions.
  const isFused = (() => {
    const code = "AGFzbQEAAAABCAFgA319fQF9AwIBAAcFAQFmAAAKFgEUACAA/RMgAf0TIAL9E/2FAv0fAAs=";
    try {
      const probe = new WebAssembly.Module(Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0)));
      const x = 1 + 2 ** -12;
      return new WebAssembly.Instance(probe).exports.f(x, x, -1 - 2 ** -11) !== 0;
    } catch {
      return false;
    }
  })();

  // What a worker failed of, without what the browser says around it.
  const reason = ({ message }) => message.replace(/^Uncaught (\w*Error: )?|\.$/g, "");

  // Unpacks a module, in a worker too: it takes longer than a frame.
  const unpacking = URL.createObjectURL(new Blob([`${unpackLZMA};${joinModule};(${() => {
    onmessage = ({ data }) => {
      const { buffer } = joinModule(data.map(([size, packed]) => unpackLZMA(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)), size)));
      postMessage(buffer, [buffer]);
    };
  }})()`], { type: "text/javascript" }));
  const unpack = (streams) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(unpacking);
      worker.onmessage = ({ data }) => {
        worker.terminate();
        resolve(data);
      };
      worker.onerror = (event) => reject(new Error(reason(event)));
      worker.postMessage(streams);
    });

  // The module of the page's chapter.
  let loading;
  const load = (path) =>
    (loading ??= new Promise((resolve, reject) => {
      const refuse = () => reject(new Error("its file can't be loaded"));
      let isWhole = false;
      window.weftLive = async (slug, shared, streams) => {
        isWhole = true;
        try {
          resolve({ shared, bytes: await unpack(streams) });
        } catch (error) {
          reject(error);
        }
      };
      const src = (isFused ? path : path.replace(/js$/, "exact.js")) + version;
      document.head.append(make("script", { src, onerror: refuse, onload: () => isWhole || refuse() }));
    }));

  const value = (input) => (input.type === "checkbox" ? +input.checked : input.tagName === "SELECT" ? input.selectedIndex : input.type === "text" ? input.value : input.type === "button" ? +(input.dataset.presses ?? 0) : +input.value);
  const put = (input, value) => {
    if (input.type === "checkbox") input.checked = !!+value;
    else if (input.tagName === "SELECT") input.selectedIndex = +value;
    else if (input.type === "button") input.dataset.presses = value;
    else input.value = value;
    const output = input.nextElementSibling;
    if (input.type === "range" && output) output.value = `${+input.value}`.replace("-", "−");
  };
  const inputs = all(document, "[data-control]");
  // A reader may have changed some before this script was there; what stands in the page's own text is the first.
  const first = (input) => value(make("template", { innerHTML: input.outerHTML }).content.firstChild);
  const initial = new Map(inputs.map((input) => [input.dataset.control, first(input)]));
  const values = Object.fromEntries(initial);
  const set = (label, value) => {
    values[label] = value;
    for (const input of inputs) if (input.dataset.control === label) put(input, value);
  };

  // Sets a control to what an address says, if it can be that.
  const setAsText = (label, text) => {
    const input = inputs.find((input) => input.dataset.control === label);
    const isNumber = typeof initial.get(label) === "number";
    if (isNumber && !(text.trim() && Number.isFinite(+text))) return;
    if (input.tagName === "SELECT" && !input.options[+text]) return;
    put(input, isNumber ? +text : text.slice(0, 1000));
    set(label, value(input));
  };

  // A figure on the page: its drawing, the sentence below and its numbers. Only the drawing's own parts are replaced, so
  // that what `charts.js` has added stays.
  const figure = (element, id) => {
    const chart = element.querySelector(".chart"), summary = element.querySelector(".figure-summary");
    const details = element.querySelector(".figure-data"), table = details?.querySelector("table");
    const first = all(chart, "svg").map((svg) => svg.cloneNode(true));
    const words = summary?.textContent, rows = table?.innerHTML;
    let data;
    const fill = () => {
      if (!table || !data || !details.open) return;
      const [head, ...body] = data.split("\x1e").map((row) => row.split("\x1f"));
      const isText = head.map((_, column) => body.some((row) => row[column] && !/^[−-]?\d/.test(row[column])));
      const row = (cells, name) => {
        const made = document.createElement("tr");
        made.append(...cells.map((textContent, column) => make(name, { textContent, className: isText[column] ? "text" : "" })));
        return made;
      };
      table.tHead.replaceChildren(row(head, "th"));
      for (const cell of table.tHead.rows[0].cells) cell.scope = "col";
      table.tBodies[0].replaceChildren(...body.map((cells) => row(cells, "td")));
      data = null;
    };
    details?.addEventListener("toggle", fill);
    const swap = (drawing) => {
      const old = all(chart, "svg");
      if (old.length === drawing.length) old.forEach((svg, index) => svg.replaceWith(drawing[index]));
      chart.dispatchEvent(new CustomEvent("weft-drawn"));
    };
    return {
      // What the drawing is about, and what its numbers say.
      get words() {
        return [chart.querySelector("title")?.textContent, summary?.textContent].filter(Boolean).map((text) => text.replace(/[^.!?]$/, "$&.")).join(" ");
      },
      draw(output) {
        const html = output.figure.replace(/weft-figure-\d+/g, id);
        swap(all(new DOMParser().parseFromString(html, "text/html"), "svg"));
        if (summary) summary.textContent = output.summary;
        data = output.data;
        fill();
      },
      reset() {
        swap(first.map((svg) => svg.cloneNode(true)));
        if (summary) summary.textContent = words;
        if (table) table.innerHTML = rows;
        data = null;
      },
    };
  };

  const cells = all(document, "[data-live]").map((section) => {
    const id = section.id, form = section.querySelector(".live-controls"), status = section.querySelector(".live-status");
    const part = (name) => form.querySelector(`[data-live-${name}]`);
    const run = part("run"), step = part("step"), count = make("span", { className: "live-count", ariaHidden: "true" });
    const speech = make("p", { className: "chart-speech", ariaLive: "polite" });
    const figures = all(section, "figure").map((element, index) => figure(element, `${id}--chart-${index + 1}`));
    const texts = all(section, ".cell-value pre"), firstTexts = texts.map((text) => text.textContent);
    const spans = all(section, "figcaption p:first-child .value, caption .value"), firstSpans = spans.map((span) => span.textContent);
    const own = () => all(form, "[data-control]").map((input) => input.dataset.control);
    let worker, isBusy = false, isPending = false, isPlaying = false, isReady = false, isHeld = false, runs = 0, timer, hurry, warming, spoken, began, frame = 0;
    // What came since the last drawing: the last outputs, and the captions of all.
    let outputs = [], captions = [];
    section.append(speech);
    status.before(count);

    const say = (text) => (status.textContent = text);
    const end = () => {
      worker?.terminate();
      for (const wait of [timer, hurry, warming]) clearTimeout(wait);
      [worker, isBusy, isReady, isPlaying, hurry] = [null, false, false, false, null];
      show();
    };
    const fail = (text) => {
      end();
      section.dataset.liveState = "failed";
      say(`${text} Reset starts again.`);
    };
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => fail(`Stopped: it took more than ${limit / 1000} seconds.`), limit);
    };
    const show = () => {
      if (run) run.textContent = isPlaying ? "Pause" : "Run";
    };
    const draw = () => {
      frame = 0;
      const spoke = [];
      let figureCount = 0, textCount = 0;
      for (const output of outputs) {
        if (output.figure && figures[figureCount]) {
          figures[figureCount].draw(output);
          spoke.push(figures[figureCount++].words);
        } else if (output.text !== undefined && texts[textCount]) spoke.push((texts[textCount++].textContent = output.text));
      }
      for (const [index, text] of captions) if (spans[index]) spans[index].textContent = text.replace(/(^|[\s(±])-(?=[\d.])/g, "$1−");
      clearTimeout(spoken);
      if (!isPlaying && spoke.length) spoken = setTimeout(() => (speech.textContent = spoke.join(" ")), 600);
      [outputs, captions] = [[], []];
    };
    const receive = ({ data }) => {
      if (data.isWarm) clearTimeout(warming);
      if (data.id !== runs) return;
      clearTimeout(timer);
      clearTimeout(hurry);
      hurry = null;
      isBusy = false;
      // What was on its way when the reader paused does not play on.
      isPlaying = data.isPlaying && !isHeld;
      if (data.failure) {
        fail(`The cell stopped: ${data.failure}.`.replace(/\.\.$/, "."));
        if (isPending) request();
        return;
      }
      section.dataset.liveState = isPlaying ? "playing" : data.steps && !data.isDone ? "paused" : "done";
      section.dataset.liveRuns = +(section.dataset.liveRuns ?? 0) + 1;
      section.dataset.liveBytes = data.bytes;
      if (data.steps) count.textContent = `${data.steps[0]} ${data.at} of ${data.steps[2]}`;
      isReady = !!data.steps && !data.isDone;
      show();
      if (isPlaying) {
        watch();
        if (performance.now() - began > playLimit) {
          act("pause");
          say(`Paused after ${playLimit / 60_000} minutes.`);
        }
      }
      if (data.outputs.length) outputs = data.outputs;
      captions.push(...data.captions);
      if ((outputs.length || captions.length) && !frame && !(isStill.matches && isPlaying)) frame = requestAnimationFrame(draw);
      if (isPending) request();
    };
    const prepare = async (warms) => {
      const { shared, bytes } = await load(section.dataset.live);
      if (worker) return;
      worker = new Worker(source);
      worker.onmessage = receive;
      worker.onerror = (event) => fail(`The cell can't run here: ${reason(event)}.`);
      worker.postMessage({ bytes, shared, warms, values: { ...values } });
      if (warms) warming = setTimeout(end, limit);
      section.dataset.liveState ??= "ready";
    };
    const act = (does) => {
      worker?.postMessage({ does, id: runs });
      isHeld = does === "pause";
      if (does === "pause") {
        isPlaying = false;
        clearTimeout(timer);
        section.dataset.liveState = "paused";
        show();
      } else {
        say("");
        watch();
      }
    };
    // Runs the cell with the settings of now. What still computes with older ones gets a moment, and is then ended.
    const request = async (plays = true) => {
      isPending = isBusy;
      if (isBusy) {
        hurry ??= setTimeout(() => {
          hurry = null;
          if (!isBusy) return;
          end();
          request(plays);
        }, patience);
        return;
      }
      hurry = null;
      isBusy = true;
      clearTimeout(warming);
      section.dataset.liveState = "running";
      try {
        await prepare();
      } catch (error) {
        isBusy = false;
        return refuse(error);
      }
      say("");
      isHeld = false;
      began = performance.now();
      watch();
      worker.postMessage({ id: ++runs, entry: section.dataset.entry, values: { ...values }, plays });
    };
    const refuse = (error) => {
      section.dataset.liveState = "failed";
      say(`This figure can't be changed here: ${error.message}. It shows its first settings.`);
      for (const label of own()) set(label, initial.get(label));
      for (const control of form.elements) control.disabled = true;
    };
    const reset = () => {
      end();
      isPending = false;
      runs++;
      clearTimeout(spoken);
      cancelAnimationFrame(frame);
      [frame, outputs, captions] = [0, [], []];
      for (const label of own()) set(label, initial.get(label));
      figures.forEach((figure) => figure.reset());
      texts.forEach((text, index) => (text.textContent = firstTexts[index]));
      spans.forEach((span, index) => (span.textContent = firstSpans[index]));
      count.textContent = "";
      section.dataset.liveState = "ready";
      say("Back at its first settings.");
      remember(id, own());
      for (const cell of cells) if (cell.section !== section && own().some(cell.depends)) cell.request();
    };

    run?.addEventListener("click", () => {
      if (isPlaying) act("pause");
      else if (isReady) {
        began = performance.now();
        act("play");
      } else request();
    });
    step?.addEventListener("click", async () => {
      if (!isReady) await request(false);
      act("step");
    });
    part("reset").addEventListener("click", reset);
    form.addEventListener("submit", (event) => event.preventDefault());

    const near = new IntersectionObserver(([entry]) => {
      if (!entry.isIntersecting) return;
      near.disconnect();
      prepare(section.dataset.entry).catch(refuse);
    }, { rootMargin: "400px" });
    near.observe(section);
    new IntersectionObserver(([entry]) => {
      if (entry.isIntersecting || !isPlaying) return;
      act("pause");
      say("Paused while it was out of view.");
    }).observe(section);

    return { section, id, own, request, end, depends: (label) => own().includes(label) || !inputs.some((input) => input.dataset.control === label && input.closest("[data-live]")) };
  });

  // What differs from the first settings stands in the address, so that a link leads to it: #fig-degree:Degree=5
  const remember = (id, labels) => {
    const changed = labels.filter((label) => values[label] !== initial.get(label)).map((label) => [label, values[label]]);
    const hash = changed.length ? `#${id}:${new URLSearchParams(changed)}` : location.hash.includes(":") ? `#${id}` : location.hash;
    clearTimeout(remember.timer);
    remember.timer = setTimeout(() => {
      try {
        history.replaceState(history.state, "", hash || location.pathname);
      } catch {}
    }, 250);
  };
  const recall = () => {
    const [, id, settings] = /^#([^:]+):(.*)$/.exec(location.hash) ?? [];
    const section = id && document.getElementById(decodeURIComponent(id));
    if (!section) return;
    const given = new URLSearchParams(settings);
    const labels = all(section, "[data-control]").map((input) => input.dataset.control);
    for (const label of [...labels, ...given.keys()]) if (initial.has(label)) set(label, initial.get(label));
    for (const [label, text] of given) if (initial.has(label)) setAsText(label, text);
    section.scrollIntoView();
    for (const cell of cells) if ([...labels, ...given.keys()].some(cell.depends)) cell.request();
  };

  for (const input of inputs) {
    const label = input.dataset.control;
    const changed = () => {
      set(label, value(input));
      const section = input.closest("section"), labels = all(section, "[data-control]").map((input) => input.dataset.control);
      remember(section.id, labels);
      for (const cell of cells) if (cell.depends(label)) cell.request();
    };
    if (input.type === "button")
      input.addEventListener("click", () => {
        input.dataset.presses = +(input.dataset.presses ?? 0) + 1;
        changed();
      });
    else input.addEventListener("input", changed);
  }
  addEventListener("hashchange", recall, { signal: ended.signal });
  document.addEventListener("weft:refreshed", () => {
    ended.abort();
    for (const cell of cells) cell.end();
  }, { once: true });
  const moved = inputs.filter((input) => value(input) !== initial.get(input.dataset.control));
  for (const input of moved) set(input.dataset.control, value(input));
  for (const cell of cells) if (moved.some((input) => cell.depends(input.dataset.control))) cell.request();
  recall();
}
