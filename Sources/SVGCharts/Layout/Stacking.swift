/// Gives bars and areas their two ends: from zero, or from the end of what stands below them.
package struct Stacking {
    /// What stands on each other.
    fileprivate struct Pile: Hashable {
        let kind: MarkKind
        let place: Datum
        let position: Datum?
        let method: MarkStackingMethod
    }

    private struct Side: Hashable {
        let pile: Pile
        let isNegative: Bool
    }

    /// The sum of the sizes in each pile that is drawn by its sum.
    private var sums: [Pile: Double] = [:]
    private var ends: [Side: Double] = [:]

    /// The marks with both ends given.
    package static func apply(_ marks: [MarkDescriptor]) -> [MarkDescriptor] {
        var stacking = Stacking()
        for mark in marks { stacking.measure(mark) }
        return marks.map { stacking.placed($0) }
    }
}

extension Stacking {
    private mutating func measure(_ mark: MarkDescriptor) {
        guard !mark.isPlain, mark.style.stacking == .normalized || mark.style.stacking == .center,
            let (length, place) = mark.stackedChannels, let size = length.datum.finite
        else { return }
        sums[Pile(mark, at: place), default: 0] += abs(size)
    }

    private mutating func placed(_ mark: MarkDescriptor) -> MarkDescriptor {
        guard mark.kind == .bar || mark.kind == .area, let x = mark.x, let y = mark.y else { return mark }
        guard mark.yEnd == nil else { return mark }
        var mark = mark
        if mark.xEnd != nil {
            if !y.datum.isCategory { (mark.y, mark.yEnd) = (Channel(label: y.label, datum: .number(0)), y) }
        } else if mark.isLying {
            (mark.x, mark.xEnd) = stacked(x, Pile(mark, at: y.datum))
        } else {
            (mark.y, mark.yEnd) = stacked(y, Pile(mark, at: x.datum))
        }
        return mark
    }

    private mutating func stacked(_ channel: Channel, _ pile: Pile) -> (Channel, Channel) {
        let size = channel.datum.finite
        let side = Side(pile: pile, isNegative: (size ?? 0) < 0 && pile.method != .center)
        let start = pile.method == .unstacked ? 0 : ends[side] ?? first(of: pile)
        let end = start + (size.map { share($0, of: pile) } ?? .nan)
        if size != nil { ends[side] = end }
        return (
            Channel(label: channel.label, datum: .number(start)), Channel(label: channel.label, datum: .number(end))
        )
    }

    private func first(of pile: Pile) -> Double {
        pile.method == .center ? -(sums[pile] ?? 0) / 2 : 0
    }

    private func share(_ size: Double, of pile: Pile) -> Double {
        switch pile.method {
        case .normalized: sums[pile].map { $0 > 0 ? size / $0 : 0 } ?? 0
        case .center: abs(size)
        case .standard, .unstacked: size
        }
    }
}

extension Stacking.Pile {
    fileprivate init(_ mark: MarkDescriptor, at place: Datum) {
        self.init(
            kind: mark.kind, place: place, position: mark.style.position?.datum,
            method: mark.style.stacking ?? .standard)
    }
}

extension MarkDescriptor {
    /// The channel that has a bar's or an area's size, and where it stands; nil where its ends are given.
    fileprivate var stackedChannels: (length: Channel, place: Datum)? {
        guard kind == .bar || kind == .area, xEnd == nil, yEnd == nil, let x, let y else { return nil }
        return isLying ? (x, y.datum) : (y, x.datum)
    }

    /// The mark stacked in this way.
    func stacked(_ method: MarkStackingMethod) -> MarkDescriptor {
        guard method != .standard else { return self }
        var mark = self
        mark.style { $0.stacking = method }
        return mark
    }
}
