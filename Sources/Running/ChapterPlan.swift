public import Literate

/// What there is to do for a chapter, and what is known already.
public struct ChapterPlan: Sendable {
    public let chapter: Chapter
    /// What there is to do for each unit.
    public let steps: [Step]
    let keys: [UnitKey]
    let ingredients: Ingredients

    public enum Step: Equatable, Sendable {
        /// The result of an earlier run holds.
        case kept(digest: String)
        case due(Reason)

        public var reason: Reason? {
            if case .due(let reason) = self { reason } else { nil }
        }
    }

    /// The last unit that has to run; nil where none has.
    public var lastDue: Int? { steps.lastIndex { $0.reason != nil } }

    /// How many units have to run.
    public var dueCount: Int { steps.count { $0.reason != nil } }

    /// What tells the results of a chapter, none of which is due, from others; nil where one is.
    public var digests: [String]? {
        let digests = steps.compactMap { if case .kept(let digest) = $0 { digest } else { nil } }
        return digests.count == steps.count ? digests : nil
    }

    init(
        _ chapter: Chapter, ingredients: Ingredients, parameters: [String: String], store: ResultStore,
        files: CourseFiles,
        usesKept: Bool
    ) {
        self.chapter = chapter
        self.ingredients = ingredients
        let keys = UnitKey.keys(of: chapter, ingredients: ingredients)
        self.keys = keys
        guard usesKept else {
            steps = keys.map { _ in .due(.nothingKept) }
            return
        }
        let last = ChapterRecord.read(chapter.slug, from: store)
        steps = keys.enumerated().map { index, key in
            guard let header = store.header(of: key) else {
                return .due(.ofMissingResult(of: index, in: chapter, ingredients: ingredients, last: last))
            }
            return header.inputs.change(parameters: parameters, files: files).map(Step.due)
                ?? .kept(digest: header.digest)
        }
    }
}
