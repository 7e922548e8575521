/// The room beside the plot that annotations of the outermost marks need.
struct NoteRoom {
    private(set) var top = 0.0
    private(set) var right = 0.0

    init(_ marks: [MarkDescriptor], isHorizontal: Bool, size: Double) {
        for mark in marks {
            guard let note = mark.annotation else { continue }
            let isLying = mark.kind == .bar && isHorizontal
            if note.position == .trailing || note.position == .automatic && isLying {
                right = max(right, TextMeasure.width(note.text, size: size) + note.spacing)
            } else if note.position == .top || note.position == .automatic {
                top = max(top, size * 0.6 + note.spacing)
            }
        }
    }
}

extension Layout {
    mutating func placeAnnotations() {
        for layer in encoding.layers {
            for mark in layer.marks {
                if let annotation = mark.annotation { annotation.place(annotation, mark, &self) }
            }
        }
    }

    @Sendable static func place(_ annotation: Annotation, at mark: MarkDescriptor, in layout: inout Layout) {
        guard let frame = layout.plane.frame(of: mark) else { return }
        let isLying = mark.kind == .bar && layout.isHorizontal
        var text = layout.place(annotation, around: frame, isLying: isLying)
        // Where it would touch another, it moves aside, by no more than half its width.
        for other in layout.texts where other.role == .annotation && other.box.overlaps(text.box) {
            let right = other.box.right + 4 - text.box.x, left = other.box.x - 4 - text.box.right
            let aside = right < -left ? right : left
            if abs(aside) <= text.box.width / 2 { text.x += aside }
        }
        if !layout.texts.contains(where: { $0.box.overlaps(text.box) }) { layout.texts.append(text) }
    }

    private func place(_ annotation: Annotation, around frame: Rectangle, isLying: Bool) -> PlacedText {
        let size = metrics.textSize, gap = annotation.spacing
        let middle = (x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 + size * 0.36)
        var text = PlacedText(
            text: annotation.text, role: .annotation, x: middle.x, baseline: middle.y, anchor: .middle, size: size)
        switch annotation.position == .automatic ? (isLying ? .trailing : .top) : annotation.position {
        case .overlay: break
        case .bottom: text.baseline = frame.bottom + gap + size * 0.8
        case .leading: (text.x, text.anchor) = (frame.x - gap, .end)
        case .trailing: (text.x, text.anchor) = (frame.right + gap, .start)
        case .top, .automatic: text.baseline = frame.y - gap
        }
        let box = text.box
        text.x += max(0, -box.x) - max(0, box.right - metrics.width)
        return text
    }
}

extension Plane {
    /// The smallest upright rectangle around a mark; nil where the mark cannot be drawn.
    fileprivate func frame(of mark: MarkDescriptor) -> Rectangle? {
        let whole = (x: (plot.x, plot.right), y: (plot.bottom, plot.y))
        let isBar = mark.kind == .bar, isCell = mark.kind == .rectangle
        let position = mark.position
        let across =
            isBar
            ? barExtent(mark.x, mark.xEnd, position: position, on: x)
            : isCell
                ? cellExtent(mark.x, mark.xEnd, on: x, whole: whole.x)
                : extent(mark.x, mark.xEnd, on: x, whole: whole.x)
        let along =
            isBar
            ? barExtent(mark.y, mark.yEnd, position: position, on: y)
            : isCell
                ? cellExtent(mark.y, mark.yEnd, on: y, whole: whole.y)
                : extent(mark.y, mark.yEnd, on: y, whole: whole.y)
        guard let across, let along else { return nil }
        return Rectangle(
            x: min(across.start, across.end), y: min(along.start, along.end), width: abs(across.end - across.start),
            height: abs(along.end - along.start))
    }
}
