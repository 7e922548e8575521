import Foundation
import Testing

/// What a reader's browser makes of pages: Chromium itself, on files, without a server.
@Suite(
    .serialized,
    .enabled(
        if: Browser.missing == nil,
        "\(Browser.missing ?? "") not found: apt-get install chromium chromium-driver, and these tests run"),
    .inBrowser)
struct `A page in the browser` {
    private let browser: Browser
    private let sites: [BuiltSite]

    init() throws {
        browser = try #require(InBrowser.browser)
        sites = InBrowser.sites
    }

    // MARK: For everybody

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

    // MARK: Looks

    @Test func `has the sizes that were designed`() async throws {
        try await look(at: "everything.html", through: Window(width: 1280))
        let sizes: [String] = try await browser.run(
            """
            const style = (selector) => getComputedStyle(document.querySelector(selector));
            return [style("body").fontSize, style("body").lineHeight, style(".cell-source pre").fontSize,
              style(".page > p").width, style(".rail").display, style(".contents-fold").display]
            """)
        #expect(sizes == ["18px", "28.8px", "15px", "608px", "block", "none"])
        try await look(at: "everything.html", through: Window(width: 360))
        let narrow: [String] = try await browser.run(
            "return ['.rail', '.contents-fold'].map((s) => getComputedStyle(document.querySelector(s)).display)")
        #expect(narrow == ["none", "block"])
    }

    @Test(arguments: [360, 1280])
    func `shows charts whose texts can be read and keep apart`(width: Int) async throws {
        try await onEachPage(through: Window(width: width)) { page in
            let overlaps: [String] = try await browser.run(Script.overlap)
            #expect(overlaps == [], "\(page) at \(width) px")
            let small: [String] = try await browser.run(
                """
                return [...document.querySelectorAll("figure svg text")].filter((text) => {
                  const box = text.getClientRects()[0];
                  if (!box || !text.ownerSVGElement.viewBox.baseVal.width) return false;
                  const scale = text.ownerSVGElement.getBoundingClientRect().width / text.ownerSVGElement.viewBox.baseVal.width;
                  return parseFloat(getComputedStyle(text).fontSize) * scale < 11.95;
                }).map((text) => text.textContent)
                """)
            #expect(small == [], "\(page) at \(width) px")
        }
    }

    @Test func `stands beside its margin notes where there is room`() async throws {
        for (width, isBeside) in [(1280, true), (1180, true), (1000, false), (360, false)] {
            try await look(at: "everything.html", through: Window(width: width))
            let found: Bool = try await browser.run(
                """
                const note = document.querySelector(".column-margin").getBoundingClientRect();
                return note.left >= document.querySelector(".page > p").getBoundingClientRect().right;
                """)
            #expect(found == isBeside, "\(width) px")
        }
    }

    @Test func `remembers the mode that was chosen, and shows it from the start`() async throws {
        try await look(at: "everything.html", through: Window(width: 1280))
        let background = "return getComputedStyle(document.body).backgroundColor"
        let light: String = try await browser.run(background)
        try await browser.run("document.querySelector('.theme-toggle').click()")
        let dark: String = try await browser.run(background)
        #expect(light == "rgb(255, 255, 255)" && dark == "rgb(22, 24, 29)")
        try await look(at: "words.html", through: Window(width: 1280))
        let kept: [String] = try await browser.run(
            """
            const script = document.querySelector("head script:not([src])");
            const sheet = document.querySelector("link[rel=stylesheet]");
            const isFirst = script.compareDocumentPosition(sheet) & Node.DOCUMENT_POSITION_FOLLOWING;
            return [getComputedStyle(document.body).backgroundColor, isFirst ? "before the style sheet" : "too late",
              document.querySelector(".theme-toggle").getAttribute("aria-pressed")];
            """)
        #expect(kept == [dark, "before the style sheet", "true"])
        try await browser.run("document.querySelector('.theme-toggle').click()")
        let cleared: String? = try await browser.run("return localStorage.getItem('weft-theme')")
        #expect(cleared == nil)
    }

    @Test func `marks in its contents where the reader is`() async throws {
        try await look(at: "everything.html", through: Window(width: 1280))
        let marked: [String?] = try await browser.run(
            """
            const current = () => document.querySelector(".rail .contents-page [aria-current]")?.textContent ?? null;
            const found = [current()];
            document.getElementById("charts").scrollIntoView({ behavior: "instant" });
            await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
            return [...found, current()];
            """)
        #expect(marked == [nil, "Charts"])
    }

    // MARK: Search

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

    // MARK: Without

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
            for page in site.pages where page != "404.html" {
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
            for page in site.pages { #expect(try site.sentSize(of: page) <= 45_000, "\(page)") }
            #expect(try site.sentSize(of: "theme.css") <= 8_000)
            #expect(try site.sentSize(of: "theme.js") <= 10_000)
            let paths = try FileManager.default.subpathsOfDirectory(atPath: site.folder.path)
            let fonts = try paths.filter { $0.hasSuffix(".woff2") }.map { try site.sentSize(of: $0) }
            #expect(fonts.reduce(0, +) <= 60_000)
            let index = try site.sentSize(of: "search-index.js")
            #expect(index <= 6_000 * max(1, site.pages.count - 2), "the search index takes \(index) bytes")
        }
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

    // MARK: Print

    @Test func `is printed light, without its interface, with addresses`() async throws {
        try await look(at: "everything.html", through: Window(width: 700, isDark: true, medium: "print"))
        let seen: [String] = try await browser.run(
            """
            const isShown = (selector) => [...document.querySelectorAll(selector)].some((e) => e.getClientRects().length > 0);
            return [getComputedStyle(document.body).backgroundColor,
              ...[".site-tools", ".rail", ".contents-fold", ".sequel", ".copy", ".anchor", ".skip"].filter(isShown),
              getComputedStyle(document.querySelector(".page a[href^=http]"), "::after").content,
              isShown(".claim-check") ? "checks" : "no checks"];
            """)
        #expect(seen == ["rgb(255, 255, 255)", "\" (https://example.org/a/long/address)\"", "checks"])
        try await browser.look(through: Window(width: 1280))
    }

    @Test func `becomes a PDF`() async throws {
        try await onEachPage { page in
            let pdf = try await browser.printed()
            #expect(pdf.starts(with: Data("%PDF-".utf8)) && pdf.count > 5_000, "\(page)")
        }
    }
}

extension `A page in the browser` {
    /// Opens a page of the small course.
    private func look(at page: String, through window: Window) async throws {
        try await browser.look(through: window)
        try await browser.open(try #require(sites.first).url(page))
    }

    /// Opens each page of each site. What a server shows where there is no page links to where the site will stand, so
    /// it is left to those tests that look at its text.
    private func onEachPage(
        through window: Window = Window(width: 1280), _ check: (String) async throws -> Void
    ) async throws {
        try await browser.look(through: window)
        for site in sites {
            for page in site.pages where page != "404.html" {
                try await browser.open(site.url(page))
                try await check("\(site.folder.deletingLastPathComponent().lastPathComponent)/\(page)")
            }
        }
    }

    private func focused() async throws -> String {
        try await browser.run("return document.activeElement.tagName.toLowerCase()")
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

/// WebDriver's codes of keys that have no letter.
private enum Key {
    static let tab = "\u{E004}"
    static let enter = "\u{E007}"
    static let escape = "\u{E00C}"
    static let up = "\u{E013}"
    static let down = "\u{E015}"
}

/// The scripts that stand beside the tests.
private enum Script {
    static var axe: String { get throws { try text("axe") } }
    static var overlap: String { get throws { try text("overlap") } }
    static var focus: String { get throws { try text("focus") } }

    private static func text(_ name: String) throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Scripts")
        return try String(contentsOf: folder.appending(path: "\(name).js"), encoding: .utf8)
    }
}

extension Result where Failure == any Error {
    /// What `work` gives or throws, so that it can be tidied up after before it is looked at.
    fileprivate static func of(_ work: () async throws -> Success) async -> Self {
        do { return .success(try await work()) } catch { return .failure(error) }
    }
}
