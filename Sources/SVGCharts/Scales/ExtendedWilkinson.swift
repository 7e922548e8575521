/// Where an axis is labelled: the search of Talbot, Lin and Hanrahan, "An Extension of Wilkinson's Algorithm for
/// Positioning Tick Labels on Axes" (InfoVis 2010), with all labels taken as equally legible.
///
///     ExtendedWilkinson(lower: 8.1, upper: 14.1, count: 4).search()  // 8, 10, 12, 14
package struct ExtendedWilkinson {
    /// The smallest value that is drawn.
    package let lower: Double
    /// The largest value that is drawn.
    package let upper: Double
    /// About how many labels there is room for.
    package let count: Int
    /// Where labels may lie.
    package let reach: Reach
    /// Whether only whole numbers make sense.
    package let isWhole: Bool

    /// Where labels may lie, seen from the data.
    package enum Reach: Sendable {
        /// Wherever the score is best.
        case free
        /// Nowhere outside the data; every one a multiple of the step.
        case inside
        /// So that all data lies between the first and the last; every one a multiple of a step that begins with 1,
        /// 2 or 5, so that an axis that crosses zero labels it.
        case covering
    }

    package init(lower: Double, upper: Double, count: Int, reach: Reach = .free, isWhole: Bool = false) {
        self.lower = lower
        self.upper = upper
        self.count = max(count, 2)
        self.reach = reach
        self.isWhole = isWhole
    }

    /// The best sequence, or nil where no sequence keeps to what is asked, or the values lie too close together for
    /// labels to tell them apart.
    package func search() -> TickSequence? {
        guard upper - lower > max(abs(lower), abs(upper)) * Self.narrowest else { return nil }
        var best: TickSequence?
        var bestScore = -2.0
        var skip = 1
        while true {
            for (rank, step) in Self.niceSteps.enumerated() {
                let simplicity = bestSimplicity(rank: rank, skip: skip)
                guard weigh(simplicity, 1, 1) >= bestScore else { return best }
                if reach == .covering, Self.oddSteps.contains(step) { continue }
                searchCounts(
                    rank: rank, nice: step, skip: skip, simplicity: simplicity, best: &best, bestScore: &bestScore)
            }
            guard reach == .free else { return best }
            skip += 1
        }
    }
}

extension ExtendedWilkinson {
    /// The least range, as a share of its values, that labels can tell apart.
    private static let narrowest = 1e-10

    /// The steps that people read easily, the nicest first.
    private static let niceSteps: [Double] = [1, 5, 2, 2.5, 4, 3]

    private static let oddSteps: [Double] = [4, 3]

    private func searchCounts(
        rank: Int, nice: Double, skip: Int, simplicity: Double, best: inout TickSequence?, bestScore: inout Double
    ) {
        var labels = 2
        while true {
            let density = bestDensity(labels: labels)
            guard weigh(simplicity, 1, density) >= bestScore else { return }
            let smallest = (upper - lower) / Double(labels + 1) / (Double(skip) * nice)
            var power = Int(Mathematics.log10(smallest).rounded(.up))
            while true {
                let unit = Mathematics.scaled(nice, powerOfTen: power)
                let step = Double(skip) * unit
                let span = step * Double(labels - 1)
                guard weigh(simplicity, bestCoverage(span: span), density) >= bestScore else { break }
                let last = (lower / step).rounded(.up) * Double(skip)
                var start = (upper / step).rounded(.down) * Double(skip) - Double((labels - 1) * skip)
                while start <= last {
                    let candidate = TickSequence(start: start, skip: skip, count: labels, nice: nice, power: power)
                    let score = score(candidate, rank: rank)
                    if score > bestScore, isAllowed(candidate) {
                        best = candidate
                        bestScore = score
                    }
                    start += 1
                }
                power += 1
            }
            labels += 1
        }
    }

    private func isAllowed(_ candidate: TickSequence) -> Bool {
        let tolerance = (upper - lower) * 1e-10
        let fits =
            switch reach {
            case .free: true
            case .inside: candidate.first >= lower - tolerance && candidate.last <= upper + tolerance
            case .covering: candidate.first <= lower + tolerance && candidate.last >= upper - tolerance
            }
        return fits && (!isWhole || candidate.isWhole)
    }

    private func score(_ candidate: TickSequence, rank: Int) -> Double {
        let hasZero = candidate.hasZero ? 1.0 : 0
        let simplicity = 1 - Double(rank) / Double(Self.niceSteps.count - 1) - Double(candidate.skip) + hasZero
        let room = 0.1 * (upper - lower)
        let above = (upper - candidate.last) / room, below = (lower - candidate.first) / room
        let coverage = 1 - 0.5 * (above * above + below * below)
        let given = Double(candidate.count - 1) / (candidate.last - candidate.first)
        let asked = Double(count - 1) / (max(candidate.last, upper) - min(candidate.first, lower))
        return weigh(simplicity, coverage, 2 - max(given / asked, asked / given))
    }

    private func weigh(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
        0.25 * simplicity + 0.2 * coverage + 0.5 * density + 0.05
    }

    private func bestSimplicity(rank: Int, skip: Int) -> Double {
        2 - Double(rank) / Double(Self.niceSteps.count - 1) - Double(skip)
    }

    private func bestDensity(labels: Int) -> Double {
        labels >= count ? 2 - Double(labels - 1) / Double(count - 1) : 1
    }

    private func bestCoverage(span: Double) -> Double {
        let range = upper - lower
        guard span > range else { return 1 }
        let half = (span - range) / 2 / (0.1 * range)
        return 1 - half * half
    }
}
