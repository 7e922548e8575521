/// A text at a mark. It brings what places it, so that a browser loads the code with charts that have such texts alone.
package struct Annotation: Sendable {
    let text: String
    let position: AnnotationPosition
    let spacing: Double
    let place: @Sendable (_ annotation: Annotation, _ mark: MarkDescriptor, _ layout: inout Layout) -> Void
}

/// On which side of its mark an annotation stands.
public enum AnnotationPosition: Hashable, Sendable {
    case top, bottom, leading, trailing, overlay
    /// Above the mark; beside a lying bar, to its right.
    case automatic
}

/// A line of text, as the content of an annotation.
public struct Text: Hashable, Sendable {
    package let text: String

    /// The text as it is.
    public init(_ text: String) { self.text = text }
}

extension ChartContent {
    /// A text at each of these marks. Where it would lie over another text it is left out.
    public func annotation(
        position: AnnotationPosition = .automatic, spacing: Double = 5, content: () -> Text
    ) -> some ChartContent {
        let annotation = Annotation(text: content().text, position: position, spacing: spacing, place: Layout.place)
        var marks = marks
        for index in marks.indices { marks[index].annotation = marks[index].annotation ?? annotation }
        return MarkGroup(marks)
    }
}
