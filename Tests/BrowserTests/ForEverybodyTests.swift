import Foundation
import Testing

/// Pages are for everybody: whatever they see with, whatever they point with, however wide their window is.
extension `A page in the browser` {
    @Test(
        .enabled(
            if: Tool.path(Tool.axe) != nil,
            "name axe-core's axe.min.js in \(Tool.axe); .ci/run shows where it comes from"),
        arguments: Window.all)
    func `has nothing that axe-core finds fault with`(window: Window) async throws {
        let axe = try String(contentsOfFile: #require(Tool.path(Tool.axe)), encoding: .utf8)
        try await onEachPage(through: window) { page in
            try await browser.run("document.querySelectorAll('details').forEach((details) => details.open = true)")
            try await browser.run(axe)
            let violations: [String] = try await browser.run(Script.axe)
            #expect(violations == [], "\(page), \(window)")
        }
    }

    @Test(arguments: [320, 360, 768, 1180, 1280, 3840])
    func `never scrolls sideways`(width: Int) async throws {
        try await onEachPage(through: Window(width: width)) { page in
            let tooWide: Int = try await browser.run(
                "return document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
            #expect(tooWide <= 0, "\(page) is \(tooWide) px too wide")
        }
    }

    @Test(arguments: [360, 1280])
    func `is walked through with Tab, in order, seeing where one is`(width: Int) async throws {
        // A page that glides to where the focus went would still be on its way when it is looked at.
        try await onEachPage(through: Window(width: width, reducesMotion: true)) { page in
            let stops = try await tabStops()
            #expect(stops.first?.name.contains("skip") == true, "\(page)")
            #expect(stops.count < 400, "\(page) has no end")
            #expect(stops.map(\.place) == stops.map(\.place).sorted(), "\(page): \(stops.map(\.name))")
            for stop in stops { #expect(stop.isMarked && stop.isInView, "\(page): \(stop.name)") }
        }
    }

    @Test func `moves nothing where motion is not wanted`() async throws {
        try await onEachPage(through: Window(width: 1280, reducesMotion: true)) { page in
            let motion: [String] = try await browser.run(
                """
                const style = getComputedStyle(document.documentElement);
                return [style.scrollBehavior, String(document.getAnimations().length)];
                """)
            #expect(motion == ["auto", "0"], "\(page)")
        }
    }

    @Test func `has one heading of the first level, and says its language`() async throws {
        try await onEachPage { page in
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
        var stops: [Stop] = []
        while stops.count < 400 {
            try await browser.press(Key.tab)
            guard let stop: Stop = try await (browser.run(Script.focus) as Stop?), stop.place != stops.first?.place
            else { break }
            stops.append(stop)
        }
        return stops
    }
}
