/// Seconds that work takes.
enum Stopwatch {
    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let duration = try ContinuousClock().measure(work)
        return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }

    /// The shortest of several times: what the machine can do when nothing else disturbs it.
    static func best(of times: Int, _ work: () throws -> Void) rethrows -> Double {
        var best = Double.infinity
        for _ in 0..<times { best = min(best, try seconds(work)) }
        return best
    }
}
