import Foundation
import Testing

/// Pages need nothing: no script, no server, nobody else's, and little of their own.
extension `A page in the browser` {
    @Test func `is whole without scripts`() async throws {
        try await browser.runScripts(false)
        let seen = await Result.of {
            try await look(at: "everything.html", through: Window(width: 1280))
            let seen: [String] = try await browser.run(
                """
                const isShown = (element) => element.getClientRects().length > 0;
                return [...document.querySelectorAll("button")].filter(isShown).map((button) => button.className)
                  .concat([...document.querySelectorAll("figure svg")].filter(isShown).map(() => "chart"))
                  .concat([...document.querySelectorAll("[tabindex='0']")].length > 5 ? "scrollers" : "none");
                """)
            return seen
        }
        try await browser.runScripts(true)
        #expect(try seen.get() == ["claim-mark", "chart", "chart", "chart", "chart", "scrollers"])
    }
}

extension `A page in the browser`.`Every page` {
    @Test func `asks nobody for anything, and little of its own folder`() async throws {
        let folder = try await sites.whole.folder
        _ = (try await browser.requests(), try await browser.consoleErrors())
        try await onEachPage { page, _ in
            try await Task.sleep(for: .milliseconds(100))
            let requests = try await browser.requests().filter { !$0.hasPrefix("data:") }
            #expect(requests.count <= 8, "\(page): \(requests)")
            let folders = [folder.resolvingSymlinksInPath().absoluteString, folder.absoluteString]
            let others = requests.filter { request in !folders.contains { request.hasPrefix($0) } }
            #expect(others == [], "\(page)")
            let errors = try await browser.consoleErrors()
            #expect(errors == [], "\(page)")
        }
    }

    @Test func `stays within its budgets`() async throws {
        let site = try await sites.whole
        let styles = try site.sentSize(of: "theme.css"), scripts = try site.sentSize(of: "theme.js")
        #expect(styles <= 8_000)
        #expect(scripts <= 10_000)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: site.folder.path)
        for page in site.pages {
            let size = try site.sentSize(of: page)
            #expect(size <= 45_000, "\(page)")
            // Fonts lie in the style sheet of the page's formulas: the letters that they use, and no others.
            let formulas = page.replacing(".html", with: ".maths.css")
            let fonts = paths.contains(formulas) ? try site.sentSize(of: formulas) : 0
            #expect(fonts <= 60_000, "\(formulas)")
            #expect(size + styles + scripts + fonts <= 120_000, "\(page) with all that it loads")
        }
        let index = try site.sentSize(of: "search-index.js")
        #expect(index <= 6_000 * max(1, site.pages.count - 2), "the search index takes \(index) bytes")
    }

    @Test func `is laid out at once, and stays`() async throws {
        try await onEachPage { page, _ in
            let shift: Double = try await browser.run(
                """
                return await new Promise((resolve) => {
                  let sum = 0;
                  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
                    .observe({ type: "layout-shift", buffered: true });
                  setTimeout(() => resolve(sum), 50);
                });
                """)
            #expect(shift <= 0.02, "\(page)")
        }
    }
}
