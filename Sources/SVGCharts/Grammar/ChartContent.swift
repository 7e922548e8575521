/// What can stand in a chart: a mark, marks with modifiers, or a type of your own made of them.
///
///     struct Curve: ChartContent {
///         let losses: [Double]
///         var body: some ChartContent {
///             ForEach(losses.indices) { LineMark(x: .value("Epoch", $0 + 1), y: .value("Loss", losses[$0])) }
///         }
///     }
public protocol ChartContent {
    /// The type of `body`; `Never` for what describes itself.
    associatedtype Body: ChartContent
    /// What this content is made of.
    @ChartContentBuilder var body: Body { get }
    /// The marks, described as plain values. Content with a `body` gets this for nothing.
    var marks: [MarkDescriptor] { get }
}

extension ChartContent {
    /// The marks of `body`.
    public var marks: [MarkDescriptor] { body.marks }
}

extension ChartContent where Body == Never {
    /// Never asked for: content without a body gives its marks itself.
    public var body: Never { fatalError("this content has no body") }
}

extension Never: ChartContent {
    /// No content.
    public typealias Body = Never
    /// There is no content to take this from.
    public var marks: [MarkDescriptor] { switch self {} }
}
