import Foundation
import Testing

/// Search works by keyboard, and from a file.
extension `A page in the browser` {
    @Test func `is searched with the keyboard, from a file`() async throws {
        try await look(at: "everything.html", through: Window(width: 1280))
        let loadedEarly: Bool = try await browser.run("return 'weftSearch' in globalThis")
        #expect(!loadedEarly)
        try await browser.press("/")
        try await browser.run("while (!globalThis.weftSearch) await new Promise((resolve) => setTimeout(resolve, 10))")
        #expect(try await focused() == "input")
        try await browser.press("u", "b", "e", "r", "f")
        let results =
            "return [...document.querySelectorAll('.search li a')].map((link) => link.querySelector('strong').textContent)"
        let found: [String] = try await browser.run(results)
        #expect(found == ["Überfitting, wörtlich"])
        let status: String = try await browser.run("return document.querySelector('.search [role=status]').textContent")
        #expect(status == "1 place")
        try await browser.press(Key.down)
        #expect(try await focused() == "a")
        try await browser.press(Key.up, Key.enter)
        let address: String = try await browser.run(
            "while (!location.pathname.endsWith('words.html')) await new Promise((r) => setTimeout(r, 10)); return location.hash"
        )
        #expect(address.removingPercentEncoding == "#überfitting-wörtlich")
        try await browser.press("/", Key.escape)
        let isOpen: Bool = try await browser.run("return document.querySelector('.search').open")
        #expect(!isOpen)
    }

    @Test(arguments: [
        ("charts", ["Charts"]),
        ("words", ["Words", "Überfitting, wörtlich", "In short"]),
        ("quotation narrow", ["Code, and what comes of it"]),
        ("zebra", []),
        ("...", []),
    ])
    func `finds titles before text, and only where all words are`(query: String, titles: [String]) async throws {
        try await look(at: "index.html", through: Window(width: 1280))
        try await browser.run("document.querySelector('.search-open').click()")
        let found: [String] = try await browser.run(
            """
            while (!globalThis.weftSearch) await new Promise((resolve) => setTimeout(resolve, 10));
            const input = document.querySelector(".search input");
            input.value = arguments[0];
            input.dispatchEvent(new Event("input"));
            return [...document.querySelectorAll(".search li strong")].map((title) => title.textContent);
            """, [query])
        #expect(Array(found.prefix(titles.count)) == titles && found.isEmpty == titles.isEmpty, "\(found)")
    }
}
