import Foundation
import Testing

/// Charts are read, switched and taken along with whatever a reader points with, at every width.
extension `A page in the browser` {
    @Test(arguments: Window.widths)
    func `reads a chart's values out with the arrow keys`(width: Int) async throws {
        try await look(at: "everything.html", through: Window(width: width))
        try await browser.run("document.querySelector('#fig-frames .figure-picture').focus()")
        try await browser.press(Key.right, Key.right, Key.right)
        let read: [String] = try await browser.run(
            """
            const chart = document.querySelector("#fig-frames .chart");
            const tip = chart.querySelector(".chart-tip").getBoundingClientRect(), box = chart.getBoundingClientRect();
            return [chart.querySelector(".chart-speech").textContent,
              tip.left >= box.left - 1 && tip.right <= box.right + 1 ? "within" : "beyond"];
            """)
        #expect(read == ["x 0.1, line 0.1, power 0.01", "within"])
        try await browser.press(Key.escape)
        let isHidden: Bool = try await browser.run("return document.querySelector('#fig-frames .chart-tip').hidden")
        #expect(isHidden)
    }

    @Test(arguments: Window.widths)
    func `switches a series off where its name is pressed`(width: Int) async throws {
        try await look(at: "everything.html", through: Window(width: width))
        let states: [String] = try await browser.run(
            """
            const keys = [...document.querySelectorAll("#fig-lines .chart-key")].filter((key) => key.getClientRects().length);
            keys[1].dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
            const layers = [...keys[1].ownerSVGElement.querySelectorAll(".chart-layer")];
            return [...keys.map((key) => key.ariaPressed), ...layers.map((layer) => getComputedStyle(layer).opacity)];
            """)
        #expect(states == ["true", "false", "1", "0.06"])
    }

    @Test(arguments: Window.widths)
    func `moves a slider through frames`(width: Int) async throws {
        try await look(at: "everything.html", through: Window(width: width))
        let shown: [String] = try await browser.run(
            """
            const chart = document.querySelector("#fig-frames .chart"), slider = chart.querySelector("input[type=range]");
            const frames = () => [...chart.querySelectorAll(".chart-frame")]
              .filter((frame) => frame.getClientRects().length).map((frame) => frame.dataset.frame).join();
            const first = frames();
            slider.value = 2;
            slider.dispatchEvent(new Event("input"));
            return [first, frames(), slider.ariaValueText];
            """)
        #expect(shown == ["1", "2", "Degree 3"])
    }

    /// In the narrow picture, too, whose lines are the wide one's.
    @Test(arguments: Window.widths)
    func `gives a chart away as a picture that is whole by itself, in light colors`(width: Int) async throws {
        try await look(at: "everything.html", through: Window(width: width, isDark: true))
        let seen: [String] = try await browser.run(
            """
            let blob;
            URL.createObjectURL = (given) => ((blob = given), "#");
            document.querySelector("#fig-frames .chart-tools button").click();
            const picture = new DOMParser().parseFromString(await blob.text(), "image/svg+xml").documentElement;
            const line = picture.querySelector(".chart-frame .chart-line");
            return [picture.nodeName, String(picture.querySelectorAll("use, style").length),
              String(picture.querySelectorAll(".chart-frame").length), line.getAttribute("stroke"),
              line.getAttribute("d").length > 60 ? "line" : "none", picture.getAttribute("display") ?? "shown"];
            """)
        #expect(seen == ["svg", "0", "1", "#6D8AF3", "line", "shown"])
    }

    @Test func `links to all of a chart's numbers, without scripts too`() async throws {
        let folder = try await #require(InBrowser.sites).ofSmallCourse.folder
        try await browser.runScripts(false)
        let link = await Result.of {
            try await look(at: "everything.html", through: Window(width: 1280))
            let link: String = try await browser.run(
                "return document.querySelector('#fig-frames .figure-data [download]').getAttribute('href')")
            return link
        }
        try await browser.runScripts(true)
        let csv = try String(contentsOf: folder.appending(path: link.get()), encoding: .utf8)
        #expect(csv.hasPrefix("Degree,x,power,line\r\n1,0,0,0\r\n1,0.05,0.05,0.05\r\n"))
        #expect(csv.split(separator: "\r\n").count == 1 + 3 * 41)
    }
}
