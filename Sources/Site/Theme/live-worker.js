// What runs a live cell: `live.js` makes a worker's script of this function's text, because a page that was opened from a
// file may load no other.
function liveWorker() {
  const decoder = new TextDecoder(), encoder = new TextEncoder();
  const kinds = [, "figure", "summary", "data", "text", "table", "printed", "animation", "control", "value"];
  let module, shared, instance, initial, saved, sharedValues, sharedLabels;
  let values = {}, labels, outputs, captions, parts, failure, printed, steps, next, isPlaying, text;

  const memory = () => new Uint8Array(instance.exports.memory.buffer);
  const read = (place, count) => decoder.decode(memory().subarray(place, place + count));
  const entered = (place, count) => {
    const label = read(place, count);
    labels.add(label);
    return values[label];
  };
  const page = {
    send(number, place, count) {
      const kind = kinds[number], text = kind === "printed" ? String.fromCharCode(memory()[place]) : read(place, count);
      if (kind === "printed") printed += text;
      else if (kind === "control") labels.add(text);
      else if (kind === "value") captions.push(text.split("\x1f"));
      else if (kind === "animation") steps = text.split("\x1f");
      else {
        parts[kind] = text;
        if (kind === "summary" || kind === "data") return;
        outputs.push(parts);
        parts = {};
      }
    },
    number: (place, count) => Number(entered(place, count) ?? NaN),
    textLength(place, count) {
      const value = entered(place, count);
      text = encoder.encode((value ?? "").normalize());
      return value === undefined ? -1 : text.length;
    },
    text: (place) => memory().set(text, place),
  };

  // The cell begins anew each time: its memory is set back to what it was before, or after what it shares had run.
  const restore = (image) => {
    const all = memory();
    all.set(image);
    all.fill(0, image.length);
  };
  const clear = () => {
    [outputs, captions, parts, failure, printed, steps, isPlaying] = [[], [], {}, "", "", null, false];
  };
  const call = (names) => names.forEach((name) => instance.exports[name](0, 0));
  const start = (entry) => {
    clear();
    labels = new Set();
    if (!instance) {
      // What seeds hashing: the same each time, so that a cell always gives the same.
      instance = new WebAssembly.Instance(module, { page, wasi_snapshot_preview1: { random_get: () => 0 } });
      instance.exports.weft_begin();
      initial = memory().slice();
      saved = null;
    }
    if (saved && sharedLabels.every((label) => values[label] === sharedValues[label])) restore(saved);
    else {
      restore(initial);
      call(shared);
      [sharedLabels, sharedValues, saved] = [[...labels], values, shared.length ? memory().slice() : initial];
      clear();
    }
    call([entry]);
    if (steps) next = +steps[1];
  };
  const isDone = () => !steps || next > +steps[2];
  // Takes as many steps as fit into the time between two frames, and sends what the last that showed something showed.
  const take = (isOne) => {
    const end = performance.now() + 12;
    do {
      const before = outputs;
      outputs = [];
      instance.exports.weft_step(next++);
      if (!outputs.length) outputs = before;
    } while (!isOne && !isDone() && performance.now() < end);
  };
  const guarded = (id, body) => {
    try {
      body();
    } catch (error) {
      const line = instance?.exports.weft_place();
      const reason = /atal error: (.+)/.exec(printed)?.[1] ?? (error instanceof WebAssembly.RuntimeError ? "an error, or an index or number out of range" : error.message);
      failure = `${reason}${line > 0 ? ` (line ${line} of the cell)` : ""}`;
      instance = null;
      isPlaying = false;
    }
    postMessage({ id, outputs, captions, printed, failure, steps, at: steps && next - 1, isDone: isDone(), isPlaying, bytes: instance?.exports.memory.buffer.byteLength });
    outputs = [];
    captions = [];
  };
  // A run that nobody sees. A browser compiles what is called when it is called first, so that without this the first change
  // would be answered later than all others.
  const warm = (entry, settings) => {
    values = settings;
    try {
      start(entry);
      if (steps) take(true);
    } catch {
      instance = null;
    }
    clear();
    postMessage({ isWarm: true });
  };
  // Of two that play, as where a setting changes in the middle, the later goes on.
  let latest = 0;
  const play = (id, number = ++latest) => {
    if (!isPlaying || !instance || number !== latest) return;
    guarded(id, () => {
      take(false);
      isPlaying = !isDone();
    });
    if (isPlaying) setTimeout(play, 0, id, number);
  };
  onmessage = async ({ data }) => {
    if (data.bytes) {
      shared = data.shared;
      module = new WebAssembly.Module(data.bytes);
      if (data.warms) warm(data.warms, data.values);
    } else if (data.entry) {
      values = data.values;
      guarded(data.id, () => {
        start(data.entry);
        isPlaying = !!steps && data.plays;
        // Where settings change without a pause, this is all that is seen of most of them.
        if (isPlaying) take(true);
        isPlaying &&= !isDone();
      });
      if (isPlaying) setTimeout(play, 0, data.id, ++latest);
    } else if (data.does === "pause") isPlaying = false;
    else if (data.does === "step") {
      isPlaying = false;
      if (!isDone()) guarded(data.id, () => take(true));
    } else if (data.does === "play" && !isPlaying) {
      isPlaying = !isDone();
      play(data.id);
    }
  };
}
