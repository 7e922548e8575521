/// What can stand in `chartXAxis { … }`.
public protocol AxisContent {
    /// The marks that it is made of.
    var axisMarks: [AxisMarks] { get }
}

/// Any number of axis marks, as a builder makes them.
public struct AxisContentGroup: AxisContent {
    /// The marks, in the order in which they were written.
    public let axisMarks: [AxisMarks]
}

/// Collects the axis marks between braces.
@resultBuilder
public enum AxisContentBuilder {
    /// Axis marks, or a group of them.
    public static func buildExpression<Content: AxisContent>(_ content: Content) -> AxisContentGroup {
        AxisContentGroup(axisMarks: content.axisMarks)
    }

    /// All that a block holds.
    public static func buildBlock(_ parts: AxisContentGroup...) -> AxisContentGroup {
        AxisContentGroup(axisMarks: parts.flatMap { $0.axisMarks })
    }

    /// What an `if` without an `else` made, if anything.
    public static func buildOptional(_ part: AxisContentGroup?) -> AxisContentGroup {
        part ?? AxisContentGroup(axisMarks: [])
    }

    /// The first branch.
    public static func buildEither(first part: AxisContentGroup) -> AxisContentGroup { part }

    /// Another branch.
    public static func buildEither(second part: AxisContentGroup) -> AxisContentGroup { part }
}

extension Chart {
    /// How the x axis is marked.
    public func chartXAxis<Content: AxisContent>(@AxisContentBuilder content: () -> Content) -> Chart {
        let marks = content().axisMarks
        return with { $0.x.marks = marks }
    }

    /// How the y axis is marked.
    public func chartYAxis<Content: AxisContent>(@AxisContentBuilder content: () -> Content) -> Chart {
        let marks = content().axisMarks
        return with { $0.y.marks = marks }
    }

    /// Whether there is an x axis.
    public func chartXAxis(_ visibility: Visibility) -> Chart {
        with { $0.x.isHidden = visibility == .hidden }
    }

    /// Whether there is a y axis.
    public func chartYAxis(_ visibility: Visibility) -> Chart {
        with { $0.y.isHidden = visibility == .hidden }
    }
}
