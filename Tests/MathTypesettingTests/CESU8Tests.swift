import MathTypesetting
import Testing

@Suite struct CESU8Tests {
    @Test(arguments: ["", "x^2", "é", "λ", "∑", "𝑥", "a\0b", "\u{FFFF}\u{10FFFF}", "👩‍🔬"])
    func `a text comes back as it went in`(_ text: String) {
        #expect(CESU8.string(CESU8.bytes(of: text)) == text)
    }

    @Test func `a character beyond the first plane is two of three bytes`() {
        #expect(CESU8.bytes(of: "𝑥") == [0xED, 0xA0, 0xB5, 0xED, 0xB1, 0xA5])
    }

    @Test(arguments: [[0xED, 0xA0, 0xB5], [0x80], [0xFF, 0xBF, 0xBF, 0xBF], [0x61, 0x80, 0x80, 0x80, 0x80]])
    func `bytes that are no text are read without harm`(_ bytes: [UInt8]) {
        _ = CESU8.string(bytes)
    }
}
