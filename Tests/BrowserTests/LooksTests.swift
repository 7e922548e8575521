import Foundation
import Testing

/// Pages look as they were designed, in every window and mode, and on paper.
extension `A page in the browser` {
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

    @Test func `shows at the edge of a box that there is more`() async throws {
        try await look(at: "everything.html", through: Window(width: 360))
        let faded: [String] = try await browser.run(
            """
            const fades = (box) => getComputedStyle(box).maskImage !== "none";
            const boxes = [...document.querySelectorAll(".page pre")];
            return boxes.map((box) => box.scrollWidth > box.clientWidth ? `wide: ${fades(box)}` : `narrow: ${fades(box)}`);
            """)
        #expect(Set(faded) == ["wide: true", "narrow: false"])
    }

    @Test func `keeps a formula's number in the column, however long the formula is`() async throws {
        for width in [1280, 360] {
            try await look(at: "everything.html", through: Window(width: width))
            let place: [Bool] = try await browser.run(
                """
                const right = (selector) => document.querySelector(selector).getBoundingClientRect().right;
                const formula = document.querySelector(".equation-body");
                return [right(".equation-number") <= right(".page > p"), formula.scrollWidth > formula.clientWidth];
                """)
            #expect(place == [true, true], "\(width) px")
        }
    }

    @Test func `shows a table with code in it without scrolling on a phone`() async throws {
        try await look(at: "everything.html", through: Window(width: 360))
        let widths: [Int] = try await browser.run(
            "const box = document.querySelector('.table'); return [box.scrollWidth, box.clientWidth]")
        #expect(widths[0] == widths[1])
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

    @Test func `is printed light, without its interface, with addresses`() async throws {
        try await look(at: "everything.html", through: Window(width: 700, isDark: true, medium: "print"))
        let seen: [String] = try await browser.run(
            """
            const isShown = (selector) => [...document.querySelectorAll(selector)].some((e) => e.getClientRects().length > 0);
            return [getComputedStyle(document.body).backgroundColor,
              ...[".button", ".rail", ".contents-fold", ".sequel", ".anchor", ".skip"].filter(isShown),
              getComputedStyle(document.querySelector(".page a[href^=http]"), "::after").content,
              ...[".claim-check", ".hint", ".solution", ".check", ".choice", ".answer-shown", "a[download]", ".figure-source a"].filter(isShown),
              ...[".chart-standing", ".chart-frame:not(.chart-standing)", ".figure-data td", ".chart-control"].filter((selector) =>
                [...document.querySelectorAll(`.figure:has(.chart-frames) ${selector}`)].some((part) => part.checkVisibility() && part.getClientRects().length > 0))];
            """)
        #expect(
            seen == [
                "rgb(255, 255, 255)", "\" (https://example.org/a/long/address)\"", ".choice", ".chart-standing",
                ".figure-data td",
            ])
        let opened: [String] = try await browser.run(
            """
            document.querySelector(".hint").open = true;
            document.querySelector(".page a[href^=http]").closest("p").className = "references";
            return [String(document.querySelector(".hint p").getClientRects().length > 0),
              getComputedStyle(document.querySelector(".page a[href^=http]"), "::after").content]
            """)
        #expect(
            opened == ["true", "none"],
            "what the reader opened is printed, and an address that is written out is not repeated")
        try await browser.look(through: Window(width: 1280))
    }
}

extension `A page in the browser`.`Every page` {
    @Test func `shows charts whose texts can be read and keep apart`() async throws {
        try await onEachPage(through: Window.widths.map { Window(width: $0) }) { page, window in
            let overlaps: [String] = try await browser.run(Script.overlap)
            #expect(overlaps == [], "\(page), \(window)")
            let small: [String] = try await browser.run(
                """
                return [...document.querySelectorAll("figure svg text")].filter((text) => {
                  const box = text.getClientRects()[0];
                  if (!box || !text.ownerSVGElement.viewBox.baseVal.width) return false;
                  const scale = text.ownerSVGElement.getBoundingClientRect().width / text.ownerSVGElement.viewBox.baseVal.width;
                  return parseFloat(getComputedStyle(text).fontSize) * scale < 11.95;
                }).map((text) => text.textContent)
                """)
            #expect(small == [], "\(page), \(window)")
        }
    }

    @Test func `becomes a PDF`() async throws {
        try await onEachPage { page, _ in
            let pdf = try await browser.printed()
            #expect(pdf.starts(with: Data("%PDF-".utf8)) && pdf.count > 5_000, "\(page)")
        }
    }
}
