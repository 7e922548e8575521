// What the WebAssembly module offers: the sample's numbers, one by one.

nonisolated(unsafe) private var numbers: [Double] = []

@_expose(wasm, "train")
@_cdecl("train")
public func train() -> Int32 {
    numbers = sampleNumbers()
    return Int32(numbers.count)
}

@_expose(wasm, "number")
@_cdecl("number")
public func number(_ index: Int32) -> Double { numbers[Int(index)] }
