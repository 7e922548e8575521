/// A place in the picture.
package struct Place: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// The plot with its two scales: where values become places.
package struct Plane {
    let x: Scale
    let y: Scale
    package let plot: Rectangle
    /// The values by which bars stand side by side, in their order.
    let positions: [Datum]
    /// The width of a bar on a scale of numbers.
    let barWidth: Double

    /// The place of two values; nil where one of them cannot be drawn.
    func place(_ xChannel: Channel?, _ yChannel: Channel?) -> Place? {
        guard let xChannel, let yChannel else { return nil }
        guard let px = x.place(xChannel.datum), let py = y.place(yChannel.datum) else { return nil }
        return Place(x: px, y: py)
    }

    /// Whether any of a mark can be drawn.
    func shows(_ mark: MarkDescriptor) -> Bool {
        let whole = (0.0, 0.0)
        return extent(mark.x, mark.xEnd, on: x, whole: whole) != nil
            && extent(mark.y, mark.yEnd, on: y, whole: whole) != nil
    }

    /// The places of the marks, in pieces between gaps.
    func runs(of marks: [MarkDescriptor], y channel: (MarkDescriptor) -> Channel?) -> [[Place]] {
        var runs: [[Place]] = []
        var run: [Place] = []
        for mark in marks {
            if let place = place(mark.x, channel(mark)) {
                run.append(place)
            } else if !run.isEmpty {
                runs.append(run)
                run = []
            }
        }
        return run.isEmpty ? runs : runs + [run]
    }

    /// The marks of an area in pieces between gaps.
    func split(_ marks: [MarkDescriptor]) -> [[MarkDescriptor]] {
        marks.split { place($0.x, $0.y) == nil || place($0.x, $0.yEnd) == nil }.map(Array.init)
    }
}

extension Plane {
    /// Beyond this a bar is a slab.
    private static let widestBar = 64.0

    /// A stretch along one axis.
    struct Extent {
        var start: Double
        var end: Double
    }

    /// Between two values, at one value, or the whole plot where none is given; nil where one cannot be drawn.
    func extent(_ from: Channel?, _ to: Channel?, on scale: Scale, whole: (Double, Double)) -> Extent? {
        guard let from else { return Extent(start: whole.0, end: whole.1) }
        guard let start = scale.place(from.datum) else { return nil }
        guard let to else { return Extent(start: start, end: start) }
        return scale.place(to.datum).map { Extent(start: start, end: $0) }
    }

    /// What a rectangle takes of one axis: between its ends, or, where it has but one, all of a category's band.
    func cellExtent(_ from: Channel?, _ to: Channel?, on scale: Scale, whole: (Double, Double)) -> Extent? {
        guard let from, to == nil else { return extent(from, to, on: scale, whole: whole) }
        let half = scale.type == .category ? scale.band / 2 - 0.5 : 4
        return scale.place(from.datum).map { Extent(start: $0 - half, end: $0 + half) }
    }

    /// What a bar takes of one axis: its length where it has two ends, otherwise its thickness.
    func barExtent(_ from: Channel?, _ to: Channel?, position: Channel?, on scale: Scale) -> Extent? {
        guard let from else { return nil }
        if let to {
            let start = scale.place(from.datum) ?? scale.base
            return scale.place(to.datum).map { Extent(start: start, end: $0) }
        }
        guard let middle = scale.place(from.datum) else { return nil }
        let slots = position == nil ? 1 : max(positions.count, 1)
        let slot = position.flatMap { positions.firstIndex(of: $0.datum) } ?? 0
        let widest = Self.widestBar * Double(slots)
        let thickness = (scale.type == .category ? min(scale.band * 0.72, widest) : barWidth) / Double(slots)
        let start = middle + thickness * (Double(slot) - Double(slots) / 2)
        let gap = slots > 1 ? min(2, thickness * 0.15) : 0
        return Extent(start: start + gap / 2, end: start + thickness - gap / 2)
    }
}
