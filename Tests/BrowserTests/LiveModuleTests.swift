import Running
import Testing
import TestSupport

/// How a page puts a live cell's module together from the streams that it is packed as.
@Suite(
    .inBrowser,
    .enabled(
        if: WebAssemblyTools.areThere,
        "apt-get install \(WebAssemblyTools.packages), and these tests run"))
struct `A module in the browser` {
    /// Two functions with every operation of WebAssembly that modules of Weft can have, whatever it would do.
    private static let module: [UInt8] = {
        // A number of one byte, of five and of three.
        let few: [UInt8] = [5], many: [UInt8] = [0xff, 0x81, 0x82, 0x83, 0x04], some: [UInt8] = [0x80, 0x80, 0x01]
        var code: [UInt8] = [2, 0x01, 0x7f] + few + [0x7e]
        for block: UInt8 in 0x02...0x04 { code += [block, 0x40] }
        code += [0x00, 0x01, 0x05, 0x0f, 0x1a, 0x1b] + Array(0x45...0xc4)
        for _ in 0x02...0x04 { code.append(0x0b) }
        code += [0x0c] + few + [0x0d] + some + [0x0e, 2] + few + some + few
        code += [0x10] + some + [0x11] + some + few + [0x23] + few + [0x24] + some + [0x3f, 0, 0x40, 0]
        for local: UInt8 in [0, 1, 0, 7, 100, 1] { code += [0x20, local, 0x21, local, 0x22, 0x83, 0x02] }
        for operation: UInt8 in 0x28...0x3e {
            for alignment: UInt8 in 0...3 { code += [operation, alignment] + (alignment == 2 ? many : few) }
        }
        code += [0x41] + many + [0x6a, 0x41] + few + [0x6b, 0x41] + some + [0x41] + few + [0x42] + many
        code += [0x43, 1, 2, 3, 4] + [0x44, 1, 2, 3, 4, 5, 6, 7, 8]
        for kind: UInt8 in 0...7 { code += [0xfc, kind] }
        code += [0xfc, 8] + few + [0] + [0xfc, 9] + few + [0xfc, 10, 0, 0] + [0xfc, 11, 0]
        for kind in 0...275 {
            code += kind < 0x80 ? [0xfd, UInt8(kind)] : [0xfd, UInt8(kind & 0x7f | 0x80), UInt8(kind >> 7)]
            if kind <= 11 || 84...93 ~= kind { code += [4] + many }
            if 12...13 ~= kind { code += 1...16 }
            if 21...34 ~= kind || 84...91 ~= kind { code.append(3) }
        }
        code.append(0x0b)
        let functions = [2] + sized(code) + sized([0, 0x20, 0, 0x0b])
        return [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0] + [3] + sized([2, 0, 0]) + [10] + sized(functions)
            + [11] + sized([1, 2, 3]) + [0] + sized(Array(repeating: 9, count: 300))
    }()

    private static func sized(_ content: [UInt8]) -> [UInt8] {
        var size = content.count, digits: [UInt8] = []
        while size >= 0x80 {
            digits.append(UInt8(size & 0x7f | 0x80))
            size >>= 7
        }
        return digits + [UInt8(size)] + content
    }

    @Test func `is what it was before it was taken apart, to the byte`() async throws {
        let streams = try SplitModule(Self.module).streams
        #expect(streams.allSatisfy { !$0.isEmpty })
        try await LivePage.open { browser, _ in
            let joined: [Int] = try await browser.run(
                LivePage.helpers
                    + "return [...joinModule(JSON.parse(arguments[1]).map((stream) => Uint8Array.from(stream)))];",
                ["fig-fit", "\(streams)"])
            #expect(joined == Self.module.map(Int.init))
        }
    }
}
