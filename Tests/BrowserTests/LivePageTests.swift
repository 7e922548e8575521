import Foundation
import Testing

/// What a reader sees, hears and sets of a live cell.
extension `A live cell in the browser` {
    @Test(arguments: ["no-preference", "reduce"])
    func `has the caption of its settings while it plays, and where nothing is to move`(motion: String) async throws {
        try await LivePage.open { browser, page in
            try await browser.devTools(
                "Emulation.setEmulatedMedia", ["features": [["name": "prefers-reduced-motion", "value": motion]]])
            try await browser.open(page)
            let seen: [String] = try await browser.run(
                LivePage.helpers + """
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
        try await LivePage.open { browser, _ in
            let wrong: Int = try await browser.run(
                LivePage.helpers + """
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
        try await LivePage.open { browser, page in
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
                LivePage.helpers + """
                    await until("done");
                    const seen = [part("figcaption .value").textContent, part("output").value];
                    part("[data-live-reset]").click();
                    return [...seen, part("figcaption .value").textContent, part("output").value];
                    """, ["fig-fit"])
            #expect(seen == ["5", "5", "3", "3"])
        }
    }

    @Test
    func
        `has run once before it is touched, so that the first change takes no longer than others, and shows nothing of it`()
        async throws
    {
        try await LivePage.open { browser, page in
            try await LivePage.watchWorkers(browser)
            try await browser.open(page)
            let seen: [String] = try await browser.run(
                LivePage.helpers + """
                    const before = [words(), part("svg").outerHTML].join();
                    section.scrollIntoView();
                    const own = () => workers.find(({ first }) => first?.warms === section.dataset.entry);
                    for (let k = 0; k < 500 && !own()?.isWarm; k++) await pause(20);
                    await pause(500);
                    const isSame = before === [words(), part("svg").outerHTML].join();
                    const { isWarm, first: { values } } = own();
                    return [JSON.stringify(values), String(isWarm), String(isSame), section.dataset.liveRuns ?? "none"];
                    """, ["fig-long"])
            #expect(seen[0].contains("\"First\":0") && seen[1...] == ["true", "true", "none"], "\(seen)")
        }
    }

    @Test func `is ended where its unseen run does not end by itself`() async throws {
        try await LivePage.open { browser, page in
            try await LivePage.watchWorkers(browser)
            try await browser.open(page)
            let seen: [String] = try await browser.run(
                LivePage.helpers + """
                    section.scrollIntoView();
                    const isEnded = () => workers.some((worker) => worker.first?.warms === section.dataset.entry && worker.isEnded);
                    for (let k = 0; k < 1500 && !isEnded(); k++) await pause(20);
                    return [String(isEnded()), section.dataset.liveState, part(".live-status").textContent];
                    """, ["endless"])
            #expect(seen == ["true", "ready", ""])
        }
    }

    @Test func `is told to who listens, its title first`() async throws {
        try await LivePage.open { browser, _ in
            let speech: String = try await browser.run(
                LivePage.helpers + """
                    await set(0, (input) => (input.value = 5));
                    await pause(800);
                    return part(":scope > .chart-speech").textContent;
                    """, ["fig-fit"])
            #expect(speech.hasPrefix("Of degree 5. ") && speech.hasSuffix("."), "\(speech)")
        }
    }

    @Test func `has a table whose columns keep their side`() async throws {
        try await LivePage.open { browser, _ in
            let sides: [[String]] = try await browser.run(
                LivePage.helpers + """
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
        try await LivePage.open { browser, page in
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
        try await LivePage.open { browser, _ in
            let seen: [String] = try await browser.run(
                LivePage.helpers + """
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
        try await LivePage.open { browser, page in
            try await browser.open(try #require(URL(string: "about:blank")))
            try await browser.open(try #require(URL(string: page.absoluteString + "#fig-fit:Degree=6&Steep=1")))
            let seen: [String] = try await browser.run(
                LivePage.helpers + "await until('done'); return [part('output').value, words()];", ["fig-fit"])
            #expect(seen[0] == "6" && seen[1].contains("6"), "\(seen)")
        }
    }
}
