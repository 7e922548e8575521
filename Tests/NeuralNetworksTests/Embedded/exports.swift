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

/// Printed text goes nowhere: the module needs no system.
@_cdecl("putchar")
public func putchar(_ character: Int32) -> Int32 { character }

/// What libc calls where its own bookkeeping is broken; its version would bring in files.
@_cdecl("__assert_fail")
public func assertionFailed(
    _ expression: UnsafePointer<CChar>?, _ file: UnsafePointer<CChar>?, _ line: Int32, _ function: UnsafePointer<CChar>?
) { fatalError() }
