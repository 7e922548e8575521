import Foundation
import TestSupport
import Testing

/// A course while its author edits it: `weft serve`, seen through Chromium.
extension `A page in the browser` {
    @Test func `of a preview follows its chapter, and stays where the reader is`() async throws {
        let folder = try TemporaryFolder()
        try write(Self.long, to: folder)
        let course = try await ServedCourse(folder.url)
        try await course.page("/one.html") { $0.contains("The last paragraph.") }
        try await browser.look(through: Window(width: 1280))
        try await browser.open(course.url("one.html"))
        try await browser.run(
            """
            document.getElementById("section-40").scrollIntoView({ behavior: "instant" });
            window.isSamePage = true;
            """)
        let before: Double = try await browser.run(Self.place)
        try write(Self.long.replacing("Paragraph 41.", with: "An edited paragraph."), to: folder)
        try await see("document.body.textContent.includes('An edited paragraph.')")
        #expect(try await browser.run(Self.place) as Double == before)
        // What is above may grow: the reader still sees the same.
        try write(Self.long.replacing("Paragraph 2.", with: "Paragraph 2.\n\nOne more.\n\nAnd more."), to: folder)
        try await see("document.body.textContent.includes('And more.')")
        #expect(try await abs(browser.run(Self.place) as Double - before) <= 1)
        #expect(try await browser.run("return window.isSamePage === true"))
        await course.end()
        try await see("document.querySelector('.weft-state').textContent === 'The preview has ended.'")
    }

    @Test func `of a preview shows an error at its cell until it is mended`() async throws {
        let folder = try TemporaryFolder()
        try write(Self.cells, to: folder)
        let course = try await ServedCourse(folder.url)
        try await course.page("/one.html") { $0.contains("made 3") }
        try await browser.open(course.url("one.html"))
        for (wrong, message) in [
            ("let wrong: Int = \"text\"", "cannot convert value of type"),
            ("fatalError(\"at once\")", "the cell crashed: at once"),
            ("//| lable: x", "unknown cell option 'lable'"),
        ] {
            try write(Self.cells.replacing("print(\"made\", a)", with: wrong), to: folder)
            try await see("document.querySelector('#second .cell-error')?.textContent.includes(arguments[0])", message)
            try await see(
                "document.querySelector('.weft-state.weft-wrong')?.textContent.includes(arguments[0])", message)
            try write(Self.cells, to: folder)
            try await see(
                "!document.querySelector('.cell-error') && document.querySelector('.weft-state').hidden"
                    + " && document.querySelector('#second').textContent.includes('made 3')")
        }
        await course.end()
    }

    @Test func `of a preview shows what runs: what it prints, and how far training is`() async throws {
        let folder = try TemporaryFolder()
        try write(Self.cells, to: folder)
        let course = try await ServedCourse(folder.url)
        try await course.page("/one.html") { $0.contains("made 3") }
        try await browser.open(course.url("one.html"))
        try write(
            Self.cells.replacing(
                "print(\"made\", a)",
                with: """
                    import Foundation
                    print("begins")
                    let data = try Dataset(features: [0, 1], shape: [1], labels: [0, 1], classCount: 2)
                    let model = Sequential(seed: 1) { Dense(2, activation: .softmax) }
                    model.compile(optimizer: .sgd(learningRate: 0.1), loss: .categoricalCrossentropy)
                    while !FileManager.default.fileExists(atPath: "chapters/go") { _ = try model.fit(data, epochs: 500) }
                    print("ends")
                    """), to: folder)
        try await see("document.querySelector('#second .weft-running pre')?.textContent === 'begins\\n'")
        try await see("/Running: epoch \\d+ of 500/.test(document.querySelector('#second .weft-running')?.textContent)")
        try folder.write("", to: "chapters/go")
        try await see(
            "!document.querySelector('.weft-running') && document.querySelector('#second .cell-stdout')?.textContent.includes('ends')"
        )
        await course.end()
    }

    @Test(.enabled(if: WebAssemblyTools.areThere, "apt-get install \(WebAssemblyTools.packages), and this test runs"))
    func `of a preview runs a live cell as it is after an edit`() async throws {
        let folder = try TemporaryFolder()
        let cell =
            "---\ntitle: One\n---\n\n```swift\n//| label: live\n//| live: true\nlet n = control(\"n\", 1...9, default: 2)\nn * 10\n```\n"
        try write(cell, to: folder)
        let course = try await ServedCourse(folder.url)
        // The libraries may have to be compiled first.
        for _ in 1...600 where (try? course.get("/live/one.js").text.hasPrefix("weftLive")) != true {
            try await Task.sleep(for: .seconds(1))
        }
        try await browser.open(course.url("one.html"))
        let change =
            "(() => { const input = document.querySelector('#live input'); input.value = 3; input.dispatchEvent(new Event('input')); })()"
        try await see("document.querySelector('#live').dataset.liveState === 'ready'")
        try await browser.run(change)
        try await see("document.querySelector('#live .cell-value pre').textContent === '30'")
        try write(cell.replacing("* 10", with: "* 100"), to: folder)
        // The page's address holds what the reader has set.
        try await see("document.querySelector('#live .cell-value pre').textContent === '300'")
        try await browser.run(change.replacing("value = 3", with: "value = 4"))
        try await see("document.querySelector('#live .cell-value pre').textContent === '400'")
        await course.end()
    }

    private static let place = "return document.getElementById('section-40').getBoundingClientRect().top"

    private static let long =
        "---\ntitle: One\n---\n\n"
        + (1...60).map { "## Section \($0)\n\nParagraph \($0).\n\n" }.joined() + "The last paragraph.\n"

    private static let cells = """
        ---
        title: One
        ---

        ```swift
        let a = 3
        ```

        ```swift
        //| label: second
        print("made", a)
        ```

        """

    private func write(_ chapter: String, to folder: TemporaryFolder) throws {
        try folder.write("title: Course\n", to: "site/site.yml")
        try folder.write(chapter, to: "chapters/one.md")
    }

    /// Waits until the page makes a condition true.
    private func see(_ condition: String, _ argument: String = "") async throws {
        let isSeen: Bool = try await browser.run(
            """
            for (let tries = 0; tries < 400; tries++) {
              if (\(condition)) return true;
              await new Promise((resolve) => setTimeout(resolve, 50));
            }
            return false;
            """, [argument])
        #expect(isSeen, "\(condition)")
    }
}
