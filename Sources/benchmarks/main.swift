// The library against the processor's limit and against its peers, as Markdown tables.
//
//     swift run -c release benchmarks
//
// On one core, seconds are processor seconds; on two, seconds on the clock.
//
// Peers run in the same run on the same machine where a Python has them: the one that WEFT_PYTHON names, else python3.

let machine = Machine()
print("\(machine.description)\n")

let peak = Peak.measure()
print("One core's fused multiply-adds: \(decimals(peak / 1e9, 0)) GFLOP/s (\(Peak.path)).\n")

print("## Matrix products of a training step, one core\n")
print(Products.table(peak: peak).markdown)

print("## 784-128-64-10, Adam, batch 64, 48,000 images of Fashion-MNIST: seconds an epoch\n")
let epochs = try Epochs(peak: peak)
print(epochs.table.markdown)
if let memory = machine.peakMemory {
    print("Peak memory: \(memory) MB, of which the images are \(Epochs.bytes / 1_000_000) MB.\n")
}

print("## The same network elsewhere\n")
print(Peers.table(ours: epochs.plain).markdown)
