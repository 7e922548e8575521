import Foundation
import Literate

/// What a chapter was made of when it was built last: from this one can say what has changed since.
struct ChapterRecord: Codable, Equatable, Sendable {
    var ingredients: Ingredients
    /// What identifies each unit by itself, in their order: those that later ones depend on, and the others.
    var kept: [String]
    var others: [String]

    init(_ chapter: Chapter, ingredients: Ingredients) {
        self.ingredients = ingredients
        kept = chapter.units.filter(\.isKept).map(UnitKey.own)
        others = chapter.units.filter { !$0.isKept }.map(UnitKey.own)
    }

    static func read(_ slug: String, from store: ResultStore) -> ChapterRecord? {
        store.data(name(slug)).flatMap { try? JSONDecoder().decode(ChapterRecord.self, from: $0) }
    }

    func write(_ slug: String, to store: ResultStore) {
        if let data = try? ResultStore.encoder.encode(self) { store.save(data, as: Self.name(slug)) }
    }

    private static func name(_ slug: String) -> String { "chapters/\(slug)" }
}

extension Reason {
    /// Why a unit of `chapter` has no result, going by what the chapter was made of last.
    static func ofMissingResult(
        of index: Int, in chapter: Chapter, ingredients: Ingredients, last: ChapterRecord?
    ) -> Reason {
        guard let last else { return .firstBuild }
        if last.ingredients.program != ingredients.program { return .programChanged }
        if last.ingredients.compiler != ingredients.compiler { return .compilerChanged }
        if last.ingredients.environment != ingredients.environment { return .environmentChanged }
        let unit = chapter.units[index]
        let before = chapter.units[..<index].filter(\.isKept)
        for (number, cell) in before.enumerated()
        where !last.kept.indices.contains(number) || last.kept[number] != UnitKey.own(cell) {
            return .earlierCodeChanged(line: cell.location.line)
        }
        let own = UnitKey.own(unit)
        let isKnown = unit.isKept ? last.kept.dropFirst(before.count).first == own : last.others.contains(own)
        return isKnown ? .resultMissing : .codeChanged
    }
}
