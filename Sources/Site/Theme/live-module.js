// Puts a WebAssembly module together from the streams that `SplitModule` took it apart into, which are given in its order.
// The specification, https://webassembly.github.io/spec/core/binary/, says what follows each operation.
function joinModule(streams) {
  const [sections, locals, operations, read, written, added, int32, int64, float64, offsets, alignments, calls, branches, branchTables, blockTypes, globals, vectors, others] = streams.map((bytes) => ({ bytes, place: 0 }));
  const output = new Uint8Array(2 * streams.reduce((sum, bytes) => sum + bytes.length, 0) + 64);
  let end = 0;
  const byte = (stream) => (output[end++] = stream.bytes[stream.place++]);
  const copy = (stream, count) => {
    while (count-- > 0) byte(stream);
  };
  // A number's last byte is the one without the highest bit.
  const number = (stream) => {
    while (byte(stream) & 0x80);
  };
  const index = (stream) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const digit = stream.bytes[stream.place++];
      value |= (digit & 0x7f) << shift;
      if (!(digit & 0x80)) return value;
    }
  };
  const put = (value) => {
    for (; value >= 0x80; value >>>= 7) output[end++] = (value & 0x7f) | 0x80;
    output[end++] = value;
  };
  // Writes what `body` writes, and its size before it.
  const sized = (body) => {
    const start = end;
    body();
    const size = end - start;
    put(size);
    const width = end - start - size;
    output.copyWithin(start + width, start, start + size);
    end = start;
    put(size);
    end += size;
  };

  // The locals of a function, the last used first; those that were not used yet stand behind, by their numbers.
  let recent;
  const local = (stream) => {
    const rank = index(stream);
    while (recent.length <= rank) recent.push(recent.length);
    const [local] = recent.splice(rank, 1);
    recent.unshift(local);
    put(local);
  };

  // Operations that load or store: the alignment, as a power of two, is the natural one, but where the number is higher.
  const unaligned = 0xab, alignment = [2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2];
  const vector = (kind) => {
    if (kind < 12 || (kind > 83 && kind < 94)) number(alignments), number(offsets);
    if (kind === 12 || kind === 13) copy(vectors, 16);
    if ((kind > 20 && kind < 35) || (kind > 83 && kind < 92)) byte(others);
  };
  const bulk = (kind) => {
    if (kind > 7) number(others);
    if (kind === 8 || kind === 10) number(others);
  };
  const operate = (operation) => {
    if (operation >= 0x28 + unaligned && operation < 0x3f + unaligned) {
      output[end++] = operation - unaligned;
      number(alignments);
      return number(offsets);
    }
    output[end++] = operation;
    if (operation >= 0x28 && operation < 0x3f) {
      output[end++] = alignment[operation - 0x28];
      return number(offsets);
    }
    if (operation === 0xfc || operation === 0xfd) {
      const kind = index(operations);
      put(kind);
      return operation === 0xfc ? bulk(kind) : vector(kind);
    }
    switch (operation) {
      case 0x02: case 0x03: case 0x04: return number(blockTypes);
      case 0x0c: case 0x0d: return number(branches);
      case 0x0e: {
        const count = index(branchTables);
        put(count);
        for (let k = 0; k <= count; k++) number(branchTables);
        return;
      }
      case 0x10: return number(calls);
      case 0x11: return number(others), number(others);
      case 0x20: return local(read);
      case 0x21: case 0x22: return local(written);
      case 0x23: case 0x24: return number(globals);
      case 0x3f: case 0x40: return number(others);
      case 0x41: return number((operations.bytes[operations.place] & 0xfe) === 0x6a ? added : int32);
      case 0x42: return number(int64);
      case 0x43: return copy(others, 4);
      case 0x44: return copy(float64, 8);
    }
  };
  const body = () => {
    const groups = index(locals);
    put(groups);
    for (let k = 0; k < groups; k++) number(locals), byte(locals);
    recent = [];
    for (let depth = 1; depth > 0; ) {
      const operation = operations.bytes[operations.place++];
      if (operation === undefined) throw new Error("its file is damaged");
      if (operation > 1 && operation < 5) depth++;
      if (operation === 0x0b) depth--;
      operate(operation);
    }
  };

  copy(sections, 8);
  while (sections.place < sections.bytes.length) {
    const isCode = byte(sections) === 10, count = index(sections);
    if (isCode)
      sized(() => {
        put(count);
        for (let k = 0; k < count; k++) sized(body);
      });
    else {
      put(count);
      copy(sections, count);
    }
  }
  return output.slice(0, end);
}
