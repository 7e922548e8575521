import Foundation
import Testing

/// Pages are for everybody: whatever they see with, whatever they point with, however wide their window is.
extension `A page in the browser`.`Every page` {
    /// Each width has a browser of its own. What depends on colors alone is looked at in both modes; all else once.
    @Test(
        .enabled(
            if: Tool.path(Tool.axe) != nil,
            "name axe-core's axe.min.js in \(Tool.axe); .ci/run shows where it comes from"))
    func `has nothing that axe-core finds fault with, at either width and in either mode`() async throws {
        let axe = try String(contentsOfFile: #require(Tool.path(Tool.axe)), encoding: .utf8)
        try await withThrowingTaskGroup { group in
            for width in Window.widths {
                group.addTask {
                    let browser = try await Browser.start()
                    let checked = await Result.of {
                        let windows = [Window(width: width), Window(width: width, isDark: true)]
                        try await onEachPage(through: windows, in: browser) { page, window in
                            if !window.isDark { try await browser.run(axe) }
                            let violations: [String] = try await browser.run(
                                Script.axe, [window.isDark ? "colors" : "everything"])
                            #expect(violations == [], "\(page), \(window)")
                        }
                    }
                    await browser.quit()
                    try checked.get()
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `never scrolls sideways, on a small phone and on a large screen`() async throws {
        try await onEachPage(through: [320, 360, 768, 1180, 1280, 3840].map { Window(width: $0) }) { page, window in
            let tooWide: Int = try await browser.run(
                "return document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
            #expect(tooWide <= 0, "\(page), \(window), is \(tooWide) px too wide")
        }
    }

    @Test(arguments: Window.widths)
    func `is walked through with Tab, in order, seeing where one is`(width: Int) async throws {
        // A page that glides to where the focus went would still be on its way when it is looked at.
        try await onEachPage(through: [Window(width: width, reducesMotion: true)]) { page, _ in
            let stops = try await tabStops()
            #expect(stops.first?.name.contains("skip") == true, "\(page)")
            #expect(stops.count < 600, "\(page) has no end")
            #expect(stops.map(\.place) == stops.map(\.place).sorted(), "\(page): \(stops.map(\.name))")
            for stop in stops { #expect(stop.isMarked && stop.isInView, "\(page): \(stop.name)") }
        }
    }

    @Test func `moves nothing where motion is not wanted`() async throws {
        try await onEachPage(through: [Window(width: 1280, reducesMotion: true)]) { page, _ in
            let motion: [String] = try await browser.run(
                """
                const style = getComputedStyle(document.documentElement);
                return [style.scrollBehavior, String(document.getAnimations().length)];
                """)
            #expect(motion == ["auto", "0"], "\(page)")
        }
    }

    @Test func `has one heading of the first level, and says its language`() async throws {
        try await onEachPage { page, _ in
            let counts: [Int] = try await browser.run(
                "return ['h1', 'main', 'html[lang]', '.skip[href=\"#main\"]'].map((s) => document.querySelectorAll(s).length)"
            )
            #expect(counts == [1, 1, 1, 1], "\(page)")
        }
    }

    private struct Stop: Decodable {
        var name: String
        var isMarked: Bool
        var isInView: Bool
        var place: Int
    }

    /// What Tab stops at, from the start of the page until it leaves it.
    private func tabStops() async throws -> [Stop] {
        try await browser.run(Script.focus)
        var stops: [Stop] = []
        while stops.count < 600 {
            try await browser.press(Array(repeating: Key.tab, count: 20))
            let next: [Stop?] = try await browser.run("return weftStops.splice(0)")
            let first = (stops.first ?? next.first ?? nil)?.place
            for (index, stop) in next.enumerated() {
                guard let stop, stop.place != first || stops.isEmpty && index == 0 else { return stops }
                stops.append(stop)
            }
            if next.isEmpty { break }
        }
        return stops
    }
}
