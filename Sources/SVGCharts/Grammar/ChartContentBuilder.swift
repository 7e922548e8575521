/// Turns the marks, loops and conditions between a chart's braces into one list of marks.
@resultBuilder
public enum ChartContentBuilder {
    /// One mark, or a group of them.
    public static func buildExpression<Content: ChartContent>(_ content: Content) -> MarkGroup {
        MarkGroup(content.marks)
    }

    /// All that a block holds.
    public static func buildBlock(_ parts: MarkGroup...) -> MarkGroup { buildArray(parts) }

    /// All that a `for` loop made.
    public static func buildArray(_ parts: [MarkGroup]) -> MarkGroup {
        if parts.count == 1 { return parts[0] }
        var marks: [MarkDescriptor] = []
        for part in parts { marks.append(contentsOf: part.marks) }
        return MarkGroup(marks)
    }

    /// What an `if` without an `else` made, if anything.
    public static func buildOptional(_ part: MarkGroup?) -> MarkGroup { part ?? MarkGroup([]) }

    /// The first branch of an `if` or a `switch`.
    public static func buildEither(first part: MarkGroup) -> MarkGroup { part }

    /// Another branch of an `if` or a `switch`.
    public static func buildEither(second part: MarkGroup) -> MarkGroup { part }

    /// What an `if #available` made.
    public static func buildLimitedAvailability(_ part: MarkGroup) -> MarkGroup { part }
}
