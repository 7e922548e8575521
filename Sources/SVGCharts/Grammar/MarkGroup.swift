/// Any number of marks as one piece of content: what a builder, a loop or a modifier makes of others.
public struct MarkGroup: ChartContent {
    /// The marks, in the order in which they were written.
    public let marks: [MarkDescriptor]

    package init(_ marks: [MarkDescriptor]) { self.marks = marks }
}
