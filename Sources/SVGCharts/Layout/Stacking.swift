/// Gives bars and areas their two ends: from zero, or from the end of what stands below them.
package struct Stacking {
    private struct Key: Hashable {
        let kind: MarkKind
        let place: Datum
        let position: Datum?
        let isNegative: Bool
    }

    private var ends: [Key: Double] = [:]

    /// The marks with both ends given.
    package static func apply(_ marks: [MarkDescriptor]) -> [MarkDescriptor] {
        var stacking = Stacking()
        return marks.map { stacking.placed($0) }
    }

    private mutating func placed(_ mark: MarkDescriptor) -> MarkDescriptor {
        guard mark.kind == .bar || mark.kind == .area, let x = mark.x, let y = mark.y else { return mark }
        guard mark.yEnd == nil else { return mark }
        var mark = mark
        if mark.xEnd != nil {
            if !y.datum.isCategory { (mark.y, mark.yEnd) = (Channel(label: y.label, datum: .number(0)), y) }
        } else if y.datum.isCategory, !x.datum.isCategory {
            (mark.x, mark.xEnd) = stacked(x, on: mark, at: y.datum)
        } else {
            (mark.y, mark.yEnd) = stacked(y, on: mark, at: x.datum)
        }
        return mark
    }

    private mutating func stacked(_ channel: Channel, on mark: MarkDescriptor, at place: Datum) -> (Channel, Channel) {
        let length = channel.datum.finite
        let key = Key(
            kind: mark.kind, place: place, position: mark.style.position?.datum, isNegative: (length ?? 0) < 0)
        let start = ends[key, default: 0]
        let end = start + (length ?? .nan)
        if length != nil { ends[key] = end }
        return (
            Channel(label: channel.label, datum: .number(start)), Channel(label: channel.label, datum: .number(end))
        )
    }
}
