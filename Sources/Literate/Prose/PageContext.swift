/// What a page needs to know beyond its own chapter.
public struct PageContext: Sendable {
    public var references: References
    public var bibliography: Bibliography
    public var formulas: TypesetFormulas
    /// The sizes of images, by their addresses in the chapters.
    public var imageSizes: [String: ImageSize]
    /// Whether headings show their numbers, where a chapter doesn't say.
    public var numbersSections: Bool
    /// Where the solutions of exercises stand.
    public var solutions: Solutions
    /// Whether cells that say so run in the reader's browser.
    public var isLive = true

    /// - Parameter chapters: the course's chapters, in reading order.
    public init(
        chapters: [Chapter], bibliography: Bibliography = Bibliography([]), typesetter: Typesetter = .source,
        imageSizes: [String: ImageSize] = [:], numbersSections: Bool = false,
        solutions: Solutions = .folded
    ) {
        references = References(chapters)
        self.bibliography = bibliography
        formulas = TypesetFormulas(chapters, with: typesetter)
        self.imageSizes = imageSizes
        self.numbersSections = numbersSections
        self.solutions = solutions
    }

    /// What is wrong with what `chapters` refer to, and with their formulas.
    /// - Parameter areAll: whether the course has no other chapters, in which a label may be that these refer to.
    public func problems(in chapters: [Chapter], areAll: Bool = true) -> [Problem] {
        (areAll ? references.problems : []) + bibliography.problems + chapters.flatMap { bibliography.unknown(in: $0) }
            + formulas.problems
    }
}
