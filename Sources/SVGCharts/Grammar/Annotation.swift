/// A text at a mark.
package struct Annotation: Hashable, Sendable {
    let text: String
    let position: AnnotationPosition
    let spacing: Double
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
        let annotation = Annotation(text: content().text, position: position, spacing: spacing)
        return MarkGroup(
            marks.map { mark in
                var mark = mark
                mark.annotation = mark.annotation ?? annotation
                return mark
            })
    }
}
