import Foundation

/// Seconds that work takes.
enum Stopwatch {
    /// Seconds on the clock.
    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let duration = try ContinuousClock().measure(work)
        return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }

    /// Seconds that this process had a processor: on an idle machine the same for one thread, on a busy one what it would
    /// take alone.
    static func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
        let begin = processorTime
        try work()
        return processorTime - begin
    }

    /// The shortest of several times: what the machine can do when little else disturbs it.
    static func best(of times: Int, _ work: () throws -> Void) rethrows -> Double {
        var best = Double.infinity
        for _ in 0..<times { best = min(best, try processorSeconds(work)) }
        return best
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
