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
    let browser: Browser

    init() throws { browser = try #require(InBrowser.browser) }
}

extension `A page in the browser` {
    /// Opens a page of the small course.
    func look(at page: String, through window: Window) async throws {
        try await browser.look(through: window)
        try await browser.open(try await #require(InBrowser.sites).ofSmallCourse.url(page))
    }

    func focused() async throws -> String {
        try await browser.run("return document.activeElement.tagName.toLowerCase()")
    }

    /// What holds for every page of a site: of the small course, or of the site that `WEFT_SITE` names.
    @Suite struct `Every page` {
        let browser: Browser
        let sites: Sites

        init() throws {
            browser = try #require(InBrowser.browser)
            sites = try #require(InBrowser.sites)
        }

        /// Opens each page, once, and looks at it through one window after the other.
        func onEachPage(
            through windows: [Window] = [Window(width: 1280)], in browser: Browser? = nil,
            _ check: (_ page: String, _ window: Window) async throws -> Void
        ) async throws {
            let site = try await sites.whole
            let browser = browser ?? self.browser
            for page in site.pages {
                for (index, window) in windows.enumerated() {
                    try await browser.look(through: window)
                    if index == 0 { try await browser.open(site.url(page)) }
                    try await check(page, window)
                }
            }
        }
    }
}

/// WebDriver's codes of keys that have no letter.
enum Key {
    static let tab = "\u{E004}"
    static let enter = "\u{E007}"
    static let escape = "\u{E00C}"
    static let up = "\u{E013}"
    static let down = "\u{E015}"
    static let right = "\u{E014}"
}

/// The scripts that stand beside the tests.
enum Script {
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
    static func of(_ work: () async throws -> Success) async -> Self {
        do { return .success(try await work()) } catch { return .failure(error) }
    }
}
