import Foundation
import Site
import Testing
import TestSupport

/// Live cells in a browser, from file://: what a reader changes is computed by the cell's own Swift.
@Suite(
    .serialized,
    .enabled(
        if: Browser.missing == nil && FileManager.default.fileExists(atPath: "/usr/lib/wasm32-wasi/libc.a"),
        "apt-get install chromium chromium-driver wasi-libc libclang-rt-14-dev-wasm32, and these tests run"))
struct `A live cell in the browser` {
    private static let chapter = """
        ---
        title: Live
        ---

        ```swift
        //| live: shared
        func truth(_ x: Double) -> Double { x * (1 - x) }
        ```

        ```swift
        //| label: fig-fit
        //| live: true
        //| fig-cap: "Degree `{swift} degree`."
        let degree = control("Degree", 1...9, default: 3)
        let steep = control("Steep", default: false)
        let kind = control("Kind", ["low", "high"], default: "low")
        let shift = [0.0, 1, 2, 3, 4, 5, 6, 7][degree]
        Chart {
            for x in stride(from: 0.0, through: 1, by: 0.125) {
                LineMark(
                    x: .value("x", x), y: .value("y", truth(x) * (steep ? 3 : 1) + shift + (kind == "high" ? 9 : 0)))
            }
        }
        ```

        ```swift
        //| label: fig-steps
        //| live: true
        var sum = 0
        animate("Step", 1...40) { step in
            sum += step
            show(Chart { PointMark(x: .value("Step", step), y: .value("Sum", sum)) })
        }
        ```
        """

    /// What a cell's page says after `script` has run and the cell has answered.
    private static let helpers = """
        const section = document.getElementById(arguments[0]), part = (selector) => section.querySelector(selector);
        const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
        const until = async (...states) => {
          for (let k = 0; k < 1500 && !states.includes(section.dataset.liveState); k++) await pause(20);
          await pause(200);
        };
        const set = async (index, change) => {
          const input = section.querySelectorAll("[data-control]")[index];
          change(input);
          section.dataset.liveState = "";
          input.dispatchEvent(new Event("input"));
          await until("done", "failed");
        };
        const words = () => part(".figure-summary").textContent;
        const numbers = () => part("svg").innerHTML.replace(/ id="[^"]*"|tabindex="[^"]*"/g, "").match(/-?\\d+(\\.\\d+)?/g).map(Number);
        section.scrollIntoView({ behavior: "instant" });
        await until("ready", "done");

        """

    private func withPage(_ work: (Browser, URL) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        try folder.write("title: Course\n", to: "site/site.yml")
        try folder.write(Self.chapter, to: "chapters/live.md")
        let report = await Build(course: folder.url, program: BuiltProducts.weft).run(progress: SilentProgress())
        try #require(report.problems == [])
        let browser = try await Browser.start()
        let page = folder.url.appending(path: "site/public/live.html")
        try await browser.look(through: Window(width: 1280))
        try await browser.open(page)
        let outcome = await Result.of { try await work(browser, page) }
        await browser.quit()
        try outcome.get()
    }

    @Test func `changes with each of its controls, its figure, its words and its caption`() async throws {
        try await withPage { browser, _ in
            let seen: [String] = try await browser.run(
                Self.helpers + """
                    const seen = [words()];
                    await set(0, (input) => (input.value = 5));
                    seen.push(words(), part("figcaption .value").textContent, location.hash);
                    await set(1, (input) => (input.checked = true));
                    seen.push(words());
                    await set(2, (input) => (input.selectedIndex = 1));
                    seen.push(words());
                    return seen;
                    """, ["fig-fit"])
            #expect(seen.count == 6 && Set(seen).count == 6, "\(seen)")
            #expect(seen[2] == "5")
        }
    }

    @Test func `gives the numbers of the native cell at its first settings`() async throws {
        try await withPage { browser, _ in
            let worst: Double = try await browser.run(
                Self.helpers + """
                    const native = numbers();
                    await set(0, (input) => (input.value = 5));
                    await set(0, (input) => (input.value = 3));
                    const live = numbers();
                    if (live.length !== native.length) return 1e9;
                    return Math.max(...live.map((number, index) => Math.abs(number - native[index])));
                    """, ["fig-fit"])
            #expect(worst <= 1e-4)
        }
    }

    @Test func `says where it stopped, and goes on with other settings or from the start`() async throws {
        try await withPage { browser, _ in
            let seen: [String] = try await browser.run(
                Self.helpers + """
                    const first = words();
                    await set(0, (input) => (input.value = 9));
                    const stopped = part(".live-status").textContent;
                    await set(0, (input) => (input.value = 4));
                    const mended = section.dataset.liveState;
                    part("[data-live-reset]").click();
                    return [stopped, mended, String(words() === first), part("output").value];
                    """, ["fig-fit"])
            #expect(seen[0].contains("The cell stopped") && seen[0].contains("line 4 of the cell"), "\(seen)")
            #expect(seen.dropFirst() == ["done", "true", "3"])
        }
    }

    @Test func `takes its steps one at a time or all`() async throws {
        try await withPage { browser, _ in
            let seen: [String] = try await browser.run(
                Self.helpers + """
                    part("[data-live-step]").click();
                    await until("paused");
                    const one = part(".live-count").textContent;
                    part("[data-live-run]").click();
                    await until("done");
                    return [one, part(".live-count").textContent, words()];
                    """, ["fig-steps"])
            #expect(seen == ["Step 1 of 40", "Step 40 of 40", "One point, step 40, sum 820."])
        }
    }

    @Test func `takes its settings from the address`() async throws {
        try await withPage { browser, page in
            try await browser.open(try #require(URL(string: "about:blank")))
            try await browser.open(try #require(URL(string: page.absoluteString + "#fig-fit:Degree=6&Steep=1")))
            let seen: [String] = try await browser.run(
                Self.helpers + "await until('done'); return [part('output').value, words()];", ["fig-fit"])
            #expect(seen[0] == "6" && seen[1].contains("6"), "\(seen)")
        }
    }
}
