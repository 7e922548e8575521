// Trains in WebAssembly and compares with what the native build got, bit for bit.
// usage: node compare.mjs sample.wasm expected.json
import { readFileSync } from "node:fs";

const [modulePath, expectedPath] = process.argv.slice(2);
const bytes = readFileSync(modulePath);

// (1 + 2⁻¹²)² − (1 + 2⁻¹¹) = 2⁻²⁴ where a relaxed multiply-add rounds once: what the fused module asks for.
const isFused = () => {
  const probe = Buffer.from("AGFzbQEAAAABCAFgA319fQF9AwIBAAcFAQFmAAAKFgEUACAA/RMgAf0TIAL9E/2FAv0fAAs=", "base64");
  if (!WebAssembly.validate(probe)) return false;
  const x = 1 + 2 ** -12;
  return new WebAssembly.Instance(new WebAssembly.Module(probe)).exports.f(x, x, -1 - 2 ** -11) !== 0;
};
if (modulePath.endsWith("fused.wasm") && !isFused()) {
  console.log("skipped: this Node, or its processor, has no fused multiply-add");
  process.exit(0);
}

const expected = JSON.parse(readFileSync(expectedPath, "utf8"));
// What NotebookRuntime asks of a page: nobody reads what the sample prints, and it has no controls.
const page = { send() {}, number: () => NaN, textLength: () => -1, text() {} };
const { instance } = await WebAssembly.instantiate(bytes, { page });
const { train, number } = instance.exports;
const begin = performance.now();
const count = train();
const seconds = (performance.now() - begin) / 1000;
const got = Array.from({ length: count }, (_, index) => number(index));
if (count === 0 || count !== expected.length) {
  console.error(`the module gives ${count} numbers, not ${expected.length}`);
  process.exit(1);
}
const wrong = got.findIndex((value, index) => !Object.is(value, expected[index]));
if (wrong >= 0) {
  console.error(`number ${wrong} is ${got[wrong]} in WebAssembly and ${expected[wrong]} in the native build`);
  process.exit(1);
}
console.log(`${count} numbers agree to the bit; trained in ${seconds.toFixed(3)} s`);
