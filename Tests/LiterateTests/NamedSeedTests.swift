import Literate
import Testing

@Suite struct `The seeds of a cell` {
    @Test(
        arguments: [
            ("let a = draw(seed: 7)", [7...7]), ("let a = 7", []), ("Sequential(seed: 1_000) { }", [1000...1000]),
            ("let a = try Trials(seeds: 1...10) { seed in try run(seed: seed) }", [1...10]),
            ("try Sweep(over: x, seeds: Array(0..<5)) { x, seed in f(seed: UInt64(seed)) }", [0...4]),
            ("let seeds = 1...6\nrun(seeds: seeds)\nrun(seeds: seeds)", [1...6]),
            ("for draw in 1...3 { f(seed: draw) }", [1...3]),
            ("(0...15).map { degree in f(seed: UInt64(degree) + 2) }", [2...17]),
            ("let again = button(\"New sample\")\nf(seed: UInt64(again) + 5)", [5...5]),
            ("func draw(seed: Int = 3) { }", [3...3]), ("func draw(seed: Int) { f(seed: seed) }", []),
            ("f(seed: 5...1)\nf(seed: 1..<1)\nf(seed: g() + 1)\nf(seed: 99999999999999999999)", []),
            ("let a = 9_223_372_036_854_775_807\nf(seed: a + a)\nf(seeds: 0...a)", []),
            ("let a = 9_007_199_254_740_992\nf(seed: a + a)\nf(seed: a)", [1 << 53...1 << 53]),
            ("f(seed: 4)\ng(seeds: 6..<9)\nf(seed: 5)\nf(seed: 2)", [2...2, 4...8]),
            ("// seed: 4\nlet a = \"seed: 5\"", []),
        ] as [(String, [ClosedRange<Int>])])
    func `are those that its code names`(code: String, seeds: [ClosedRange<Int>]) throws {
        #expect(try Chapter("```swift\n\(code)\n```").cells[0].seeds == seeds)
    }

    @Test(
        arguments: [
            ("let seed = 3\nfunc g(seed: Int) { f(seed: seed) }", []),
            ("let seed = 3\nstruct S { init(_ seed: Int) { f(seed: seed) } }\nf(seed: seed)", [3...3]),
            ("let seed = 3\ntry Trials { seed in f(seed: seed) }", []),
            ("let seed = 3\n(5...6).map { seed in f(seed: seed) }\nf(seed: seed)", [3...3, 5...6]),
            ("func g() { let own = 4; f(seed: own) }\nfunc h(own: Int) { f(seed: own) }", [4...4]),
        ] as [(String, [ClosedRange<Int>])])
    func `are not taken from another name of the same letters`(code: String, seeds: [ClosedRange<Int>]) throws {
        #expect(try Chapter("```swift\n\(code)\n```").cells[0].seeds == seeds)
    }

    @Test func `are not taken from what a name meant within an earlier cell`() throws {
        let chapter = try Chapter(
            """
            ```swift
            for draw in 1...3 { f(seed: draw) }
            ```

            ```swift
            func g(_ values: [Int]) { values.map { draw in f(seed: draw) } }
            ```
            """)
        #expect(chapter.cells.map(\.seeds) == [[1...3], []])
    }

    @Test func `are also those of the cells whose names it uses, and of theirs`() throws {
        let chapter = try Chapter(
            """
            ```swift
            let data = draw(seed: 7)
            let seeds = 1...10
            ```

            ```swift
            let other = draw(seed: 8)
            ```

            ```swift
            let trials = try Trials(seeds: seeds) { seed in try fit(data, seed: seed) }
            ```

            ```swift
            Chart(trials)
            ```

            ```swift
            //| error: true
            let failed = draw(seed: 9)
            ```

            ```swift
            extension Chart { func again() { draw(seed: 4) } }
            ```

            ```swift
            failed.other()
            ```

            ```swift
            Chart(other)
            ```
            """)
        #expect(
            chapter.cells.map(\.seeds) == [
                [7...7], [8...8], [1...10], [1...10], [9...9], [4...4], [], [4...4, 8...8],
            ])
    }
}
