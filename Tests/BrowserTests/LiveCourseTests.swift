import Foundation
import LinearModels
import Site
import TestSupport
import Testing

/// The live cells of this project's course, from file://.
@Suite(
    .serialized,
    .enabled(
        if: Browser.missing == nil && WebAssemblyTools.areThere,
        "apt-get install chromium chromium-driver \(WebAssemblyTools.packages), and these tests run"))
struct `The course's live cells` {
    /// What a page's live figure shows: the numbers of its drawing, and what is said of it.
    private struct Shown: Decodable {
        var state: String
        var numbers: [Double]
        var words: String
    }

    /// What the test's scripts use: the one live cell of the page, once it is there.
    private static let helpers = """
        const section = document.querySelector("figure svg").closest("section"), part = (selector) => section.querySelector(selector);
        const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
        const until = async (...states) => {
          for (let k = 0; k < 3000 && !states.includes(section.dataset.liveState); k++) await pause(20);
          // What was computed is drawn in the next frame, late where the machine is busy.
          await pause(200);
          await new Promise(requestAnimationFrame);
        };
        const shown = () => ({
          state: section.dataset.liveState ?? "",
          numbers: section.querySelector("figure svg").outerHTML.replace(/--chart-\\d+| id="[^"]*"|tabindex="[^"]*"/g, "").match(/-?\\d+(\\.\\d+)?/g).map(Number),
          words: [...section.querySelectorAll(".figure-summary, figcaption p:first-child, figure svg text")].map((element) => element.textContent).join(" "),
        });
        section.scrollIntoView({ behavior: "instant" });

        """

    private func withBrowser(_ work: (Browser) async throws -> Void) async throws {
        let browser = try await Browser.start()
        let outcome = await Result.of {
            try await browser.look(through: Window(width: 1280))
            try await work(browser)
        }
        await browser.quit()
        try outcome.get()
    }

    @Test func `compute what the native cells compute, at their first settings and at any others, as files and served`()
        async throws
    {
        let course = try LiveCourse.ofThisCourse()
        #expect(course.chapters.count >= 7)
        var generator = SplitMix64(seed: 20_261_125)
        let other = try course.elsewhere(using: &generator)
        let folders = (live: try TemporaryFolder(), other: try TemporaryFolder())
        let site = try await course.build(in: folders.live, isLive: true)
        let otherSite = try await other.course.build(in: folders.other, isLive: false)
        let served = try await ServedCourse(folders.live.url)
        try await withBrowser { browser in
            for name in course.chapters.keys.sorted() {
                let page = "\(name).html"
                for (native, setting) in [(site, ""), (otherSite, other.settings[name] ?? "")] {
                    try await browser.open(native.appending(path: page))
                    let expected: Shown = try await browser.run(Self.helpers + "return shown();")
                    for address in [site.appending(path: page), served.url(page)] {
                        let live = try await run(address, at: setting, in: browser)
                        #expect(live.state == "done", "\(address) \(setting): \(live.state)")
                        let worst = zip(live.numbers, expected.numbers).map { abs($0 - $1) }.max() ?? .infinity
                        #expect(
                            live.numbers.count == expected.numbers.count && worst <= 1e-4,
                            "\(address) \(setting): \(live.numbers.count) and \(expected.numbers.count) numbers, \(worst)"
                        )
                        #expect(live.words == expected.words, "\(address) \(setting)")
                    }
                }
            }
        }
        await served.end()
    }

    /// What the live cell of a page shows once it has run at a setting, or at its first ones.
    private func run(_ page: URL, at setting: String, in browser: Browser) async throws -> Shown {
        try await browser.open(page)
        guard !setting.isEmpty else {
            return try await browser.run(
                Self.helpers + """
                    await until("ready");
                    section.dataset.liveState = "";
                    part("[data-control]").dispatchEvent(new Event("input"));
                    await until("done", "failed");
                    return shown();
                    """)
        }
        let id: String = try await browser.run(Self.helpers + "return section.id;")
        try await browser.open(try #require(URL(string: "about:blank")))
        try await browser.open(try #require(URL(string: "\(page.absoluteString)#\(id):\(setting)")))
        return try await browser.run(Self.helpers + "await until('done', 'failed'); return shown();")
    }

    @Test func `take 150 KB with all that they use and all that runs them, and 30 KB for each but the first, as sent`()
        async throws
    {
        let course = try LiveCourse.ofThisCourse()
        let folder = try TemporaryFolder()
        let site = try BuiltSite(at: try await course.build(in: folder, isLive: true))
        for (name, text) in course.chapters {
            let count = text.matches(of: #/(?m)^\/\/\| live: true$/#).count
            for script in [name, "\(name).exact"] {
                let size = try site.sentSize(of: "live.js") + site.sentSize(of: "live/\(script).js")
                #expect(size <= 150_000 + 30_000 * (count - 1), "\(script): \(size) bytes")
            }
        }
    }

    @Test func `change their figure and its description with each of their controls`() async throws {
        let course = try LiveCourse.ofThisCourse()
        let folder = try TemporaryFolder()
        let site = try await course.build(in: folder, isLive: true)
        try await withBrowser { browser in
            for name in course.chapters.keys.sorted() {
                try await browser.open(site.appending(path: "\(name).html"))
                let count: Int = try await browser.run(
                    Self.helpers + "await until('ready'); return section.querySelectorAll('[data-control]').length;")
                for index in 0..<count {
                    // From the first settings: with one epoch, no patience is exhausted.
                    try await browser.open(site.appending(path: "\(name).html"))
                    let idle: [String] = try await browser.run(
                        Self.helpers + """
                            await until("ready");
                            const input = section.querySelectorAll("[data-control]")[+arguments[0]];
                            const idle = [], before = shown();
                            if (input.type === "range") input.value = input.value === input.max ? input.min : input.max;
                            else if (input.tagName === "SELECT") input.selectedIndex = (input.selectedIndex + 1) % input.options.length;
                            else if (input.type === "checkbox") input.checked = !input.checked;
                            section.dataset.liveState = "";
                            if (input.type === "button") input.click();
                            else input.dispatchEvent(new Event("input"));
                            await until("done", "failed");
                            const after = shown();
                            if (after.state !== "done") idle.push(`${input.dataset.control}: ${part(".live-status").textContent}`);
                            if (`${before.numbers}` === `${after.numbers}`) idle.push(`${input.dataset.control}: the figure`);
                            if (before.words === after.words) idle.push(`${input.dataset.control}: the description`);
                            return idle;
                            """, ["\(index)"])
                    #expect(idle == [], "\(name)")
                }
            }
        }
    }
}
