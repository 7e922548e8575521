import Foundation
import Literate
import Site
import Testing
import TestSupport

/// Live cells in a browser, from file://: what a reader changes is computed by the cell's own Swift.
@Suite(
    .serialized,
    .enabled(
        if: Browser.missing == nil && WebAssemblyTools.areThere,
        "apt-get install chromium chromium-driver \(WebAssemblyTools.packages), and these tests run"))
struct `A live cell in the browser` {
    private static let chapter = #"""
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
        .chartTitle("Of degree \(degree)")
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

        ```swift
        //| label: fig-long
        //| live: true
        //| fig-cap: "From `{swift} first`."
        let first = control("First", 0...9, default: 0)
        var terms = 0.0
        animate("Term", 1...300) { term in
            for number in 1...20_000 { terms += (Double(first) + Double(number)).squareRoot() }
            show(Chart { PointMark(x: .value("Term", term), y: .value("Sum", terms)) })
        }
        ```

        ```swift
        //| live: shared
        final class Scale: Layer {
            private var gain = Parameter.none

            override func build(_ input: [Int], _ make: Construction) throws(NetworkError) -> [Int] {
                gain = try make.parameter("gain", [input[0]], initializer: .ones)
                return input
            }
            override func forward(_ x: Matrix, _ y: Matrix, _ pass: Pass) {
                for r in 0..<x.rows { for c in 0..<x.columns { y[r, c] = x[r, c] * gain.value[0, c] } }
            }
            override func backward(_ x: Matrix, _ y: Matrix, _ dy: Matrix, _ dx: Matrix?, _ pass: Pass) {
                for c in 0..<x.columns {
                    var sum: Float = 0
                    for r in 0..<x.rows {
                        sum += dy[r, c] * x[r, c]
                        dx?[r, c] = dy[r, c] * gain.value[0, c]
                    }
                    gain.gradient[0, c] = sum
                }
            }
        }
        final class Counter: Callback {
            var count = 0
            override func onBatchEnd(_ training: Training) throws(NetworkError) { count += 1 }
        }
        ```

        ```swift
        //| label: own
        //| live: true
        let epochs = control("Epochs", 1...50, default: 30)
        let counter = Counter()
        let data = try Dataset(features: [1, 2, 3, 4] as [Float], shape: [2], targets: [1, 0] as [Float])
        let model = Sequential(seed: 9) {
            Scale()
            Dropout(0.2)
            Dense(4, activation: .tanh)
            Dense(1, activation: .sigmoid)
        }
        model.compile(optimizer: .adam(learningRate: 0.1), loss: .binaryCrossentropy)
        let history = try model.fit(data, epochs: epochs, batchSize: 1, callbacks: [counter])
        "\(try params["flavor"]): \(counter.count) steps, \(history[.loss].last!)"
        ```

        ```swift
        //| label: words
        //| live: true
        let chosen = control("Word", ["ω", "Straße, länger als zwölf Bytes", "zebra"], default: "ω")
        let known = ["zebra", "ω", "Straße, länger als zwölf Bytes", "Straße", "apples", "apple", "äpfel", ""]
        var places: [String: Int] = [:]
        for (place, word) in known.enumerated() { places[word] = place }
        var line = ""
        for word in known.sorted() { line += word + "|" }
        let long = known[2].split(separator: " ")
        line += " \(places[chosen] ?? -1) \(places["nobody"] ?? -1) \(known.filter { $0 < chosen }.count)"
        line += " \(chosen.hasPrefix("Stra")) \(long.contains("zwölf")) \(long[0] == "Straße,") \(long[1] < "zwölf")"
        line
        ```
        """#

    /// What a cell's page says after `script` has run and the cell has answered.
    private static let helpers = """
        const section = document.getElementById(arguments[0]), part = (selector) => section.querySelector(selector);
        const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
        const until = async (...states) => {
          for (let k = 0; k < 1500 && !states.includes(section.dataset.liveState); k++) await pause(20);
          // What was computed is drawn in the next frame, late where the machine is busy.
          await pause(200);
          await new Promise(requestAnimationFrame);
        };
        const set = async (index, change) => {
          const input = section.querySelectorAll("[data-control]")[index];
          change(input);
          section.dataset.liveState = "";
          input.dispatchEvent(new Event("input"));
          await until("done", "failed");
        };
        // A figure pauses before its first step too, so the number says what was taken.
        const counted = async (text) => {
          for (let k = 0; k < 1500 && part(".live-count").textContent !== text; k++) await pause(20);
          return part(".live-count").textContent;
        };
        const words = () => part(".figure-summary").textContent;
        const numbers = () => part("svg").innerHTML.replace(/ id="[^"]*"|tabindex="[^"]*"/g, "").match(/-?\\d+(\\.\\d+)?/g).map(Number);
        section.scrollIntoView({ behavior: "instant" });
        await until("ready", "done");

        """

    /// The site of the chapter, built once.
    private static let site = Task {
        let folder = try TemporaryFolder()
        try folder.write("title: Course\nparams: {flavor: vanilla}\n", to: "site/site.yml")
        try folder.write(chapter, to: "chapters/live.md")
        let report = await Build(course: folder.url, program: BuiltProducts.weft).run(progress: SilentProgress())
        guard report.problems.isEmpty else { throw Problems(report.problems) }
        return folder
    }

    /// Opens the page of the chapter, in a folder of its own.
    private func withPage(_ work: (Browser, URL) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        let site = folder.url.appending(path: "public")
        try await FileManager.default.copyItem(at: Self.site.value.url.appending(path: "site/public"), to: site)
        let browser = try await Browser.start()
        let page = site.appending(path: "live.html")
        let outcome = await Result.of {
            try await browser.look(through: Window(width: 1280))
            try await browser.open(page)
            try await work(browser, page)
        }
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
                    const one = await counted("Step 1 of 40");
                    part("[data-live-run]").click();
                    await until("done");
                    return [one, part(".live-count").textContent, words()];
                    """, ["fig-steps"])
            #expect(seen == ["Step 1 of 40", "Step 40 of 40", "One point, step 40, sum 820."])
        }
    }

    @Test func `plays to its end where a setting changes in the middle`() async throws {
        try await withPage { browser, _ in
            let seen: [String] = try await browser.run(
                Self.helpers + """
                    const [input] = section.querySelectorAll("[data-control]");
                    for (let change = 1; change <= 5; change++) {
                      input.value = change;
                      input.dispatchEvent(new Event("input"));
                      await pause(60);
                    }
                    await until("done", "failed");
                    return [section.dataset.liveState, part(".live-count").textContent, words().slice(0, 19)];
                    """, ["fig-long"])
            #expect(seen == ["done", "Term 300 of 300", "One point, term 300"])
        }
    }

    @Test func `compares, orders and looks up texts as the native cell does`() async throws {
        try await withPage { browser, _ in
            let seen: [String] = try await browser.run(
                Self.helpers + """
                    const text = () => part(".cell-value pre").textContent;
                    const seen = [text()];
                    await set(0, (input) => (input.selectedIndex = 1));
                    seen.push(text());
                    await set(0, (input) => (input.selectedIndex = 0));
                    return [...seen, text()];
                    """, ["words"])
            let sorted = "|Straße|Straße, länger als zwölf Bytes|apple|apples|zebra|äpfel|ω|"
            #expect(seen == ["\(sorted) 1 -1 7 false true true true", "\(sorted) 2 -1 2 true true true true", seen[0]])
        }
    }

    @Test func `trains with layers and callbacks of its own, to the same bits`() async throws {
        try await withPage { browser, _ in
            let seen: [String] = try await browser.run(
                Self.helpers + """
                    const text = () => part(".cell-value pre").textContent;
                    const seen = [text()];
                    await set(0, (input) => (input.value = 31));
                    seen.push(text());
                    await set(0, (input) => (input.value = 30));
                    return [...seen, text()];
                    """, ["own"])
            #expect(seen[0].hasPrefix("vanilla: 60 steps, ") && seen[1].hasPrefix("vanilla: 62 steps, "), "\(seen)")
            #expect(seen[2] == seen[0])
        }
    }

    @Test func `computes the same where the processor can't multiply and add at once`() async throws {
        try await withPage { browser, page in
            let live = page.deletingLastPathComponent().appending(path: "live")
            // What a browser loads that has no such instruction.
            try Data(contentsOf: live.appending(path: "live.exact.js")).write(to: live.appending(path: "live.js"))
            let seen: [String] = try await browser.run(
                Self.helpers + """
                    const seen = [part(".cell-value pre").textContent];
                    await set(0, (input) => (input.value = 31));
                    await set(0, (input) => (input.value = 30));
                    return [...seen, part(".cell-value pre").textContent];
                    """, ["own"])
            #expect(seen[0] == seen[1])
        }
    }

    @Test func `takes no more memory after a thousand changes than after a hundred`() async throws {
        try await withPage { browser, _ in
            var sizes: [[Int]] = []
            for _ in 1...20 {
                sizes.append(
                    try await browser.run(
                        Self.helpers + """
                            const [input] = section.querySelectorAll("[data-control]");
                            for (let change = 0; change < 50; change++) {
                              input.value = 1 + change % 7;
                              section.dataset.liveState = "";
                              input.dispatchEvent(new Event("input"));
                              while (section.dataset.liveState !== "done") await pause(1);
                            }
                            await pause(300);
                            return [+section.dataset.liveBytes, document.getElementsByTagName("*").length];
                            """, ["fig-fit"]))
            }
            #expect(sizes[1][0] > 0)
            #expect(sizes[1] == sizes[19])
        }
    }

    @Test(arguments: ["no-preference", "reduce"])
    func `has the caption of its settings while it plays, and where nothing is to move`(motion: String) async throws {
        try await withPage { browser, page in
            try await browser.devTools(
                "Emulation.setEmulatedMedia", ["features": [["name": "prefers-reduced-motion", "value": motion]]])
            try await browser.open(page)
            let seen: [String] = try await browser.run(
                Self.helpers + """
                    const seen = [];
                    for (const value of ["4", "7", "2", "9", "5"]) {
                      await set(0, (input) => (input.value = value));
                      seen.push(part("figcaption .value").textContent);
                    }
                    return seen;
                    """, ["fig-long"])
            #expect(seen == ["4", "7", "2", "9", "5"])
        }
    }

    @Test func `is as it was at first after a reset in the middle of its steps`() async throws {
        try await withPage { browser, _ in
            let wrong: Int = try await browser.run(
                Self.helpers + """
                    const first = [words(), part("svg").outerHTML];
                    let wrong = 0;
                    for (let round = 0; round < 20; round++) {
                      part("[data-live-run]").click();
                      const before = words();
                      for (let k = 0; k < 500 && words() === before; k++) await pause(4);
                      await pause(round);
                      part("[data-live-reset]").click();
                      await pause(60);
                      wrong += words() !== first[0] || part("svg").outerHTML !== first[1];
                    }
                    return wrong;
                    """, ["fig-long"])
            #expect(wrong == 0)
        }
    }

    @Test func `takes what a reader set before its script was there, and knows its first settings all the same`()
        async throws
    {
        try await withPage { browser, page in
            try await browser.devTools(
                "Page.addScriptToEvaluateOnNewDocument",
                [
                    "source": """
                    addEventListener("DOMContentLoaded", () => {
                      document.querySelector("#fig-fit [data-control]").value = 5;
                    });
                    """
                ])
            try await browser.open(page)
            let seen: [String] = try await browser.run(
                Self.helpers + """
                    await until("done");
                    const seen = [part("figcaption .value").textContent, part("output").value];
                    part("[data-live-reset]").click();
                    return [...seen, part("figcaption .value").textContent, part("output").value];
                    """, ["fig-fit"])
            #expect(seen == ["5", "5", "3", "3"])
        }
    }

    @Test func `is told to who listens, its title first`() async throws {
        try await withPage { browser, _ in
            let speech: String = try await browser.run(
                Self.helpers + """
                    await set(0, (input) => (input.value = 5));
                    await pause(800);
                    return part(":scope > .chart-speech").textContent;
                    """, ["fig-fit"])
            #expect(speech.hasPrefix("Of degree 5. ") && speech.hasSuffix("."), "\(speech)")
        }
    }

    @Test func `has a table whose columns keep their side`() async throws {
        try await withPage { browser, _ in
            let sides: [[String]] = try await browser.run(
                Self.helpers + """
                    part(".figure-data").open = true;
                    const sides = () => [...part(".figure-data table").rows].slice(0, 3)
                      .flatMap((row) => [...row.cells].map((cell) => cell.tagName + cell.className));
                    const first = sides();
                    await set(0, (input) => (input.value = 5));
                    return [first, sides()];
                    """, ["fig-fit"])
            #expect(sides[0] == ["TH", "TH", "TD", "TD", "TD", "TD"] && sides[1] == sides[0], "\(sides)")
        }
    }

    @Test(arguments: ["live/live.js", "live.js"])
    func `stays still and says so where a file is missing or damaged`(file: String) async throws {
        try await withPage { browser, page in
            let folder = page.deletingLastPathComponent()
            let files = [file, file.replacing("/live.js", with: "/live.exact.js")].map { folder.appending(path: $0) }
            for damage in ["weftLive(\"live\", [", nil] where file != "live.js" || damage == nil {
                for file in files {
                    try? FileManager.default.removeItem(at: file)
                    if let damage { try Data(damage.utf8).write(to: file) }
                }
                try await browser.open(try #require(URL(string: "about:blank")))
                try await browser.open(try #require(URL(string: page.absoluteString + "#fig-fit:Degree=6")))
                let seen: [String] = try await browser.run(
                    """
                    const section = document.getElementById("fig-fit"), status = section.querySelector(".live-status");
                    for (let k = 0; k < 200 && !status.textContent; k++) await new Promise((go) => setTimeout(go, 20));
                    const input = section.querySelector("[data-control]");
                    return [status.textContent, String(input.disabled), input.value];
                    """)
                #expect(seen[0].contains("can't be loaded") && seen[1...] == ["true", "3"], "\(seen)")
            }
        }
    }

    @Test(arguments: [
        // The address, then the degree and the kind that are shown, and whether it is steep.
        ("Degree=6&Steep=1", ["6", "low", "true"]),
        ("Kind=1", ["3", "high", "false"]),
        ("Kind=7&Degree=abc&Steep=1", ["3", "low", "true"]),
        ("Degree=99&Kind=high", ["9", "low", "false"]),
        ("Degree=4.3", ["4", "low", "false"]),
        ("Nobody=1", ["3", "low", "false"]),
    ])
    func `shows what a link says, and nothing else of what was set`(settings: String, shown: [String]) async throws {
        try await withPage { browser, _ in
            let seen: [String] = try await browser.run(
                Self.helpers + """
                    await set(0, (input) => (input.value = 2));
                    await set(2, (input) => (input.selectedIndex = 1));
                    await pause(400);
                    location.hash = arguments[1];
                    await pause(100);
                    await until("done", "failed");
                    const [degree, steep, kind] = section.querySelectorAll("[data-control]");
                    return [degree.value, kind.value, String(steep.checked)];
                    """, ["fig-fit", "#fig-fit:\(settings)"])
            #expect(seen == shown)
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
