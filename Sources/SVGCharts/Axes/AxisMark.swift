/// One thing that an axis draws at a value.
public protocol AxisMark {
    /// The thing, as a plain value.
    var axisMarkGroup: AxisMarkGroup { get }
}

/// What an axis draws at a value, as a plain value.
public struct AxisMarkGroup: AxisMark, Sendable {
    /// Itself.
    public var axisMarkGroup: AxisMarkGroup { self }
    package var hasGridLine = false
    package var hasTick = false
    package var label: AxisLabel?
}

package enum AxisLabel: Sendable {
    case format(AxisValueFormat)
    case text(String)
}

/// A line across the plot.
public struct AxisGridLine: AxisMark {
    /// A line across the plot.
    public init() {}
    /// Only a grid line.
    public var axisMarkGroup: AxisMarkGroup { AxisMarkGroup(hasGridLine: true) }
}

/// A short line at the edge of the plot.
public struct AxisTick: AxisMark {
    /// A short line at the edge of the plot.
    public init() {}
    /// Only a tick.
    public var axisMarkGroup: AxisMarkGroup { AxisMarkGroup(hasTick: true) }
}

/// The value in words beside the axis.
public struct AxisValueLabel: AxisMark {
    private let label: AxisLabel

    /// The value in the form of its axis, or in a given one.
    public init(format: AxisValueFormat = .number) { label = .format(format) }

    /// A text of your own.
    public init(_ text: String) { label = .text(text) }

    /// Only a label.
    public var axisMarkGroup: AxisMarkGroup { AxisMarkGroup(label: label) }
}

/// How an axis writes its numbers.
public struct AxisValueFormat: Hashable, Sendable {
    package var isPercent = false
    package var decimals: Int?

    /// As they are, with as many decimals as tell them apart.
    public static let number = AxisValueFormat()
    /// In hundredths: 0.25 as "25%".
    public static let percent = AxisValueFormat(isPercent: true)

    /// With so many digits after the point: `.number.precision(.fractionLength(2))`.
    public func precision(_ precision: Precision) -> AxisValueFormat {
        var format = self
        format.decimals = precision.decimals
        return format
    }

    /// How many digits are written.
    public struct Precision: Hashable, Sendable {
        package let decimals: Int

        /// So many digits after the point.
        public static func fractionLength(_ count: Int) -> Precision { Precision(decimals: max(count, 0)) }
    }
}

/// Collects what an axis draws at a value.
@resultBuilder
public enum AxisMarkBuilder {
    /// One thing.
    public static func buildExpression<Mark: AxisMark>(_ mark: Mark) -> AxisMarkGroup { mark.axisMarkGroup }

    /// All that a block holds.
    public static func buildBlock(_ parts: AxisMarkGroup...) -> AxisMarkGroup {
        var all = AxisMarkGroup()
        for part in parts {
            all.hasGridLine = all.hasGridLine || part.hasGridLine
            all.hasTick = all.hasTick || part.hasTick
            all.label = part.label ?? all.label
        }
        return all
    }

    /// What an `if` without an `else` made, if anything.
    public static func buildOptional(_ part: AxisMarkGroup?) -> AxisMarkGroup { part ?? AxisMarkGroup() }

    /// The first branch.
    public static func buildEither(first part: AxisMarkGroup) -> AxisMarkGroup { part }

    /// Another branch.
    public static func buildEither(second part: AxisMarkGroup) -> AxisMarkGroup { part }
}
