/// The paths that the wide picture of a chart has and the narrow one takes over: both draw the same marks in the same
/// order, so that a path of one is that of the other, stretched in x and in y.
///
///     wide:    <path id="fig-m1" class="chart-line" d="M33.5 276.6l42.2-21.7…"/>
///     narrow:  <use class="chart-line" href="#fig-m1" transform="matrix(.5 0 0 .8077 12.4 3.2)"/>
///
/// Strokes keep their width, because the style sheet says that they do not scale.
struct MarkSharing {
    /// What becomes of the next path.
    enum Part {
        case original(id: String)
        case copy(id: String, transform: String)
    }

    /// The beginning of the ids of shared paths.
    private let id: String
    /// The planes of the paths drawn first, in their order; nil for those that are not shared.
    private var planes: [Plane?] = []
    /// How many paths the second picture has drawn; nil while the first is drawn.
    private var count: Int?

    /// A path shorter than this is shorter than what would stand in its place.
    private static let shortest = 64

    /// For the picture that is drawn first.
    init(id: String) { self.id = id }

    /// For the picture that is drawn second.
    var forCopies: MarkSharing {
        var copies = self
        copies.count = 0
        return copies
    }

    /// What becomes of a path that is not empty; nil where it is drawn as if it were the only one.
    mutating func next(_ data: PathData, in plane: Plane) -> Part? {
        guard let index = count else {
            let isShared = data.size >= Self.shortest
            planes.append(isShared ? plane : nil)
            return isShared ? .original(id: "\(id)-m\(planes.count)") : nil
        }
        count = index + 1
        guard index < planes.count, let original = planes[index], let transform = original.transform(to: plane) else {
            return nil
        }
        return .copy(id: "\(id)-m\(index + 1)", transform: transform)
    }
}

extension Plane {
    /// What brings the places of this plane to those of another of the same data, as the value of `transform`; nil
    /// where the two have scales of different kinds.
    func transform(to other: Plane) -> String? {
        guard let x = x.stretch(to: other.x), let y = y.stretch(to: other.y) else { return nil }
        return PathData.matrix(factor: (x.factor, y.factor), shift: (x.shift, y.shift))
    }
}

extension Scale {
    /// Places on another scale of the same values are `factor` × places on this one + `shift`.
    fileprivate func stretch(to other: Scale) -> (factor: Double, shift: Double)? {
        guard type == other.type, categories == other.categories, end != start, let first = other.place(lower),
            let last = other.place(upper), first != last
        else { return nil }
        let factor = (last - first) / (end - start)
        return (factor, first - factor * start)
    }
}
