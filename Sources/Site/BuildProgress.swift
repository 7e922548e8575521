public import Literate
public import Running

/// Is told how a build gets on, from several chapters at once.
public protocol BuildProgress: Sendable {
    /// A chapter's units begin to run.
    func began(_ plan: ChapterPlan)
    /// Something happened to a unit of `chapter`.
    func happened(_ unit: RunningUnit, in chapter: Chapter)
    /// Nothing more will happen in `chapter`.
    func finished(_ chapter: Chapter, _ execution: Execution, seconds: Double)
}

/// Tells nobody.
public struct SilentProgress: BuildProgress {
    public init() {}
    public func began(_ plan: ChapterPlan) {}
    public func happened(_ unit: RunningUnit, in chapter: Chapter) {}
    public func finished(_ chapter: Chapter, _ execution: Execution, seconds: Double) {}
}
