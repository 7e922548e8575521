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
        #expect(try seen.get() == ["claim-mark", "chart", "chart", "chart", "scrollers"])
    }

    @Test func `asks nobody for anything, and little of its own folder`() async throws {
        try await look(at: "index.html", through: Window(width: 1280))
        _ = (try await browser.requests(), try await browser.consoleErrors())
        for site in sites {
            for page in site.pages {
                try await browser.open(site.url(page))
                try await Task.sleep(for: .milliseconds(100))
                let requests = try await browser.requests().filter { !$0.hasPrefix("data:") }
                #expect(requests.count <= 8, "\(page): \(requests)")
                let folder = site.folder.resolvingSymlinksInPath().absoluteString
                let others = requests.filter { !$0.hasPrefix(folder) && !$0.hasPrefix(site.folder.absoluteString) }
                #expect(others == [], "\(page)")
                let errors = try await browser.consoleErrors()
                #expect(errors == [], "\(page)")
            }
        }
    }

    @Test func `stays within its budgets`() throws {
        for site in sites {
            for page in site.pages { #expect(try site.sentSize(of: page) <= budget(of: page, in: site), "\(page)") }
            #expect(try site.sentSize(of: "theme.css") <= 8_000)
            #expect(try site.sentSize(of: "theme.js") <= 10_000)
            let paths = try FileManager.default.subpathsOfDirectory(atPath: site.folder.path)
            let fonts = try paths.filter { $0.hasSuffix(".woff2") }.map { try site.sentSize(of: $0) }
            #expect(fonts.reduce(0, +) <= 60_000)
            let index = try site.sentSize(of: "search-index.js")
            #expect(index <= 6_000 * max(1, site.pages.count - 2), "the search index takes \(index) bytes")
        }
    }

    /// A page with six charts has 45 KB; a chart more has 4 KB, and so have the code and the controls of a live one.
    private func budget(of page: String, in site: BuiltSite) throws -> Int {
        let html = try String(contentsOf: site.url(page), encoding: .utf8)
        let charts = html.matches(of: #/class="chart[ "]/#).count
        return 45_000 + 4_000 * (max(0, charts - 6) + html.matches(of: #/ data-live="/#).count)
    }

    @Test func `is laid out at once, and stays`() async throws {
        try await onEachPage { page in
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
