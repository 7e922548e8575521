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
    @Test func `changes with each of its controls, its figure, its words and its caption`() async throws {
        try await LivePage.open { browser, _ in
            let seen: [String] = try await browser.run(
                LivePage.helpers + """
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
        try await LivePage.open { browser, _ in
            let worst: Double = try await browser.run(
                LivePage.helpers + """
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
        try await LivePage.open { browser, _ in
            let seen: [String] = try await browser.run(
                LivePage.helpers + """
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
        try await LivePage.open { browser, _ in
            let seen: [String] = try await browser.run(
                LivePage.helpers + """
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
        try await LivePage.open { browser, _ in
            let seen: [String] = try await browser.run(
                LivePage.helpers + """
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
        try await LivePage.open { browser, _ in
            let seen: [String] = try await browser.run(
                LivePage.helpers + """
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
        try await LivePage.open { browser, _ in
            let seen: [String] = try await browser.run(
                LivePage.helpers + """
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
        try await LivePage.open { browser, page in
            let live = page.deletingLastPathComponent().appending(path: "live")
            // What a browser loads that has no such instruction.
            try Data(contentsOf: live.appending(path: "live.exact.js")).write(to: live.appending(path: "live.js"))
            let seen: [String] = try await browser.run(
                LivePage.helpers + """
                    const seen = [part(".cell-value pre").textContent];
                    await set(0, (input) => (input.value = 31));
                    await set(0, (input) => (input.value = 30));
                    return [...seen, part(".cell-value pre").textContent];
                    """, ["own"])
            #expect(seen[0] == seen[1])
        }
    }

    @Test func `takes no more memory after a thousand changes than after a hundred`() async throws {
        try await LivePage.open { browser, _ in
            var sizes: [[Int]] = []
            for _ in 1...20 {
                sizes.append(
                    try await browser.run(
                        LivePage.helpers + """
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
}
