import Testing

/// Exercises are done in the page.
extension `A page in the browser` {
    @Test(arguments: [
        ("1.5", "✓ Right."), (" 1,5 ", "✓ Right."), ("3/2", "✓ Right."), ("150%", "✓ Right."), ("1.509", "✓ Right."),
        ("1.52", "✗ Not yet."), ("−1.5", "✗ Not yet."), ("1,500", "✗ Not yet."), ("one", "That is no number."),
        ("1/2/3", "That is no number."), ("", ""),
    ])
    func `checks answers`(answer: String, verdict: String) async throws {
        try await look(at: "everything.html", through: Window(width: 1280))
        let told: String = try await browser.run(
            """
            const answer = document.querySelector(".answer");
            answer.querySelector("input").value = arguments[0];
            answer.querySelector("button").click();
            return answer.querySelector(".answer-verdict").textContent;
            """, [answer])
        #expect(told == verdict)
    }

    @Test func `keeps answers, reasons, hints and solutions closed until they are opened, without scripts too`()
        async throws
    {
        try await browser.runScripts(false)
        let seen = await Result.of {
            try await look(at: "everything.html", through: Window(width: 1280))
            let seen: [[String]] = try await browser.run(
                """
                const exercise = document.querySelector(".exercise");
                const text = () => exercise.innerText.replaceAll(/\\s+/g, " ");
                const closed = text();
                for (const details of exercise.querySelectorAll("details")) details.open = true;
                return [closed, text()].map((text) => ["1.5", "Three is odd.", "Two halves", "It is 1.5", "half(4)"].filter((part) => text.includes(part)));
                """)
            return seen
        }
        try await browser.runScripts(true)
        #expect(try seen.get() == [[], ["1.5", "Three is odd.", "Two halves", "It is 1.5", "half(4)"]])
    }
}
