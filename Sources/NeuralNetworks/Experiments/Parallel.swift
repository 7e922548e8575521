/// The results of `run(0)`, `run(1)`, …, each on one of at most `threads` threads, which are gone when this returns.
///
/// - Throws: what `run` throws, for the smallest index for which it does.
func inParallel<Value: Sendable, Failure: Error>(
    _ count: Int, threads: Int? = nil, _ run: @Sendable (Int) throws(Failure) -> Value
) throws(Failure) -> [Value] {
    // Each index is written by one thread and read after all have ended.
    nonisolated(unsafe) let slots = UnsafeMutablePointer<Result<Value, Failure>?>.allocate(capacity: count)
    slots.initialize(repeating: nil, count: count)
    defer {
        slots.deinitialize(count: count)
        slots.deallocate()
    }
    Kernels.parallel(count, threads: threads ?? Kernels.cores) { index in
        do throws(Failure) {
            slots[index] = .success(try run(index))
        } catch {
            slots[index] = .failure(error)
        }
    }
    var values: [Value] = []
    for index in 0..<count {
        if let result = slots[index] { values.append(try result.get()) }
    }
    return values
}
