// Unpacks a module of live cells: LZMA's raw stream, as https://www.7-zip.org/sdk.html specifies it, of the settings lc = 1
// and lp = pb = 0. Each bit that was packed is decoded with the probability that it is 0, in 2048ths, which is learned on the
// way: 2048 stands for certainty, each model is an array of such probabilities, and each starts at one half.
function unpackLZMA(packed, size) {
  const output = new Uint8Array(size);
  let end = 0;
  const model = (count) => new Uint16Array(count).fill(1024);

  // The range decoder. The packed bytes are a number, of which `code` is what is next; it lies in 0..<range, and below or
  // above the bound between 0 and 1. The first byte is always 0.
  const now = new Uint32Array([0xffffffff, new DataView(packed.buffer, packed.byteOffset).getUint32(1)]);
  const [range, code] = [0, 1];
  let next = 5;
  const normalize = () => {
    if (now[range] >= 1 << 24) return;
    now[range] <<= 8;
    now[code] = (now[code] << 8) | packed[next++];
  };
  const bit = (model, index) => {
    const probability = model[index], bound = (now[range] >>> 11) * probability;
    const isOne = now[code] >= bound;
    if (isOne) {
      now[range] -= bound;
      now[code] -= bound;
      model[index] -= probability >> 5;
    } else {
      now[range] = bound;
      model[index] += (2048 - probability) >> 5;
    }
    normalize();
    return +isOne;
  };
  // A number whose bits are all as probably 0 as 1.
  const even = (count) => {
    let number = 0;
    for (; count > 0; count--) {
      now[range] >>>= 1;
      const isOne = now[code] >= now[range];
      if (isOne) now[code] -= now[range];
      normalize();
      number = (number << 1) | +isOne;
    }
    return number;
  };
  // A number, from its highest bit or from its lowest: each bit has a model for each value of the bits before it, so that
  // these are a tree, which begins at its root 1.
  const number = (model, root, count) => {
    let node = 1;
    for (let k = 0; k < count; k++) node = (node << 1) | bit(model, root + node);
    return node - (1 << count);
  };
  const reversed = (model, root, count) => {
    let node = 1, number = 0;
    for (let k = 0; k < count; k++) {
      const one = bit(model, root + node);
      node = (node << 1) | one;
      number |= one << k;
    }
    return number;
  };

  // What was last, in twelve states: below 7 it was a byte by itself, else a match, which repeats earlier bytes. The last
  // four distances from where bytes were repeated are remembered, the latest first.
  let state = 0, distances = [0, 0, 0, 0];
  const isMatch = model(12), isRemembered = model(12), isLong = model(12);
  const isSecond = model(12), isThird = model(12), isFourth = model(12);

  // A byte, whose models are chosen by the one before it. After a match it is likely to differ from the byte that would have
  // been repeated next, which chooses as well until it has differed.
  const bytes = model(0x300 * 2);
  const add = () => {
    const root = 0x300 * (end ? output[end - 1] >> 7 : 0);
    let node = 1;
    if (state >= 7) {
      const other = output[end - distances[0] - 1];
      for (let k = 7, isSame = true; isSame && k >= 0; k--) {
        const expected = (other >> k) & 1, one = bit(bytes, root + 0x100 * (1 + expected) + node);
        node = (node << 1) | one;
        isSame = one === expected;
      }
    }
    while (node < 0x100) node = (node << 1) | bit(bytes, root + node);
    state -= state < 4 ? state : state < 10 ? 3 : 6;
    output[end++] = node;
  };

  const matchLengths = model(274), rememberedLengths = model(274);
  const length = (model) => (!bit(model, 0) ? 2 + number(model, 2, 3) : !bit(model, 1) ? 10 + number(model, 10, 3) : 18 + number(model, 18, 8));

  // A distance: its slot says how many bits it has and what the first two are. The others are even but for the last.
  const slots = model(4 * 64), near = model(115), last = model(16);
  const distance = (length) => {
    const slot = number(slots, 64 * Math.min(length - 2, 3), 6), count = (slot >> 1) - 1;
    if (slot < 4) return slot;
    const first = (2 | (slot & 1)) << count;
    return slot < 14 ? first + reversed(near, first - slot, count) : first + (even(count - 4) << 4) + reversed(last, 0, 4);
  };
  // What is repeated may be written just then: a distance of 1 repeats one byte again and again.
  const repeat = (length) => {
    const distance = distances[0] + 1;
    if (distance > end) throw new Error("its file is damaged");
    for (const stop = Math.min(end + length, size); end < stop; end++) output[end] = output[end - distance];
  };
  const recall = () => {
    if (!bit(isSecond, state)) return 0;
    if (!bit(isThird, state)) return 1;
    return bit(isFourth, state) ? 3 : 2;
  };

  while (end < size) {
    if (!bit(isMatch, state)) add();
    else if (!bit(isRemembered, state)) {
      const count = length(matchLengths);
      distances = [distance(count), ...distances.slice(0, 3)];
      state = state < 7 ? 7 : 10;
      repeat(count);
    } else {
      const index = recall();
      if (index) distances.unshift(...distances.splice(index, 1));
      const isOne = !index && !bit(isLong, state), count = isOne ? 1 : length(rememberedLengths);
      state = (isOne ? 9 : 8) + (state < 7 ? 0 : isOne ? 2 : 3);
      repeat(count);
    }
  }
  return output;
}
