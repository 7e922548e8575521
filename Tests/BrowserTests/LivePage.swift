import Foundation
import Literate
import Site
import TestSupport

/// A chapter with live cells of several kinds, for looking at in a browser.
enum LivePage {
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

        ```swift
        //| label: endless
        //| live: true
        #if hasFeature(Embedded)
        while true {}
        #endif
        "done"
        ```
        """#

    /// Has pages that are opened from now on list their workers, each with what it was sent first, whether it has had its
    /// unseen run and whether it was ended.
    static func watchWorkers(_ browser: Browser) async throws {
        try await browser.devTools(
            "Page.addScriptToEvaluateOnNewDocument",
            [
                "source": """
                window.workers = [];
                window.Worker = class extends Worker {
                  constructor(source) {
                    super(source);
                    workers.push(this);
                    this.addEventListener("message", ({ data }) => (this.isWarm ||= data.isWarm));
                  }
                  postMessage(message) {
                    this.first ??= message;
                    super.postMessage(message);
                  }
                  terminate() {
                    this.isEnded = true;
                    super.terminate();
                  }
                };
                """
            ])
    }

    /// What a cell's page says after `script` has run and the cell has answered.
    static let helpers = """
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
    static func open(_ work: (Browser, URL) async throws -> Void) async throws {
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
}
