import Site
import Testing

/// The picture that other sites show beside a link.
@Suite struct `A card` {
    private func text(_ title: String, _ line: String?) -> CardText {
        CardText(title: title, line: line, columns: 200, bottom: 93)
    }

    private func words(_ text: CardText, ofTitle isTitle: Bool) -> String {
        text.lines.filter { $0.isTitle == isTitle }.map { String($0.letters) }.joined(separator: " ")
    }

    @Test(arguments: [
        "Dropout", "What regularization is, and why", "A technique – “when” and by how much, in rules",
        String(repeating: "rules of thumb ", count: 30), String(repeating: "oberbau", count: 60),
    ])
    func `has all of its words within its edges, as large as they fit`(title: String) {
        for line in ["Regularization in deep learning", "Chance", nil] {
            let lines = text(title, line).lines
            #expect(lines.allSatisfy { $0.bottom <= 93 && $0.letters.count * 6 * $0.scale <= 200 - 24 + 3 })
            #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.bottom < $1.top })
        }
        #expect(text("Dropout", "Chance").lines.map(\.scale) == [1, 3])
    }

    @Test func `says what it is part of, in two lines if need be`() {
        let card = text("Dropout", "Regularization in deep learning")
        #expect(words(card, ofTitle: false) == "REGULARIZATION IN DEEP LEARNING")
        #expect(words(card, ofTitle: true) == "DROPOUT")
    }

    @Test func `goes on with a long word in the next line`() {
        let word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
        #expect(words(text(word, "Words"), ofTitle: true).replacing(" ", with: "").count == word.count)
    }

    @Test func `bears the name of the whole where the title has letters that it has not`() {
        #expect(words(text("正則化 λ", "Chance"), ofTitle: true) == "CHANCE")
        #expect(words(text("Naïveté: λ", "Chance"), ofTitle: true) == "NAIVETE:")
    }
}
