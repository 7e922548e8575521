/// Content for each element of a collection, beside other content.
public struct ForEach: ChartContent {
    /// The marks of all elements, in their order.
    public let marks: [MarkDescriptor]

    /// Content for each element. Elements need no identity here: a chart is drawn once.
    public init<Data: Sequence, Content: ChartContent>(
        _ data: Data, @ChartContentBuilder content: (Data.Element) -> Content
    ) {
        var marks: [MarkDescriptor] = []
        for element in data { marks.append(contentsOf: content(element).marks) }
        self.marks = marks
    }

    #if !hasFeature(Embedded)
        /// Content for each element; `id` is taken so that Swift Charts code compiles, and not needed.
        public init<Data: Sequence, ID: Hashable, Content: ChartContent>(
            _ data: Data, id: KeyPath<Data.Element, ID>, @ChartContentBuilder content: (Data.Element) -> Content
        ) {
            self.init(data, content: content)
        }
    #endif
}
