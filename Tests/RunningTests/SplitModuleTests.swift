import Running
import Testing

/// How a module of live cells is taken apart before it is packed. That a browser puts it together again is tested there.
struct `A module that is taken apart` {
    /// (func (param i32) (result i32) (i32.add (i32.load offset=4 (local.get 0)) (i32.const 7))), with a table of data.
    private static let module: [UInt8] =
        [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0] + [1, 6, 1, 0x60, 1, 0x7f, 1, 0x7f] + [3, 2, 1, 0]
        + [10, 12, 1, 10, 0, 0x20, 0, 0x28, 2, 4, 0x41, 7, 0x6a, 0x0b] + [11, 1, 0]

    private func streams(ofCode code: [UInt8]) throws -> [[UInt8]] {
        let body = [0] + code
        let size = UInt8(body.count)
        return try SplitModule([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 10, size + 2, 1, size] + body).streams
    }

    @Test func `has its operations in one stream, and what follows them in others`() throws {
        let streams = try SplitModule(Self.module).streams
        #expect(streams[0] == Array(Self.module[..<20]) + [10, 1] + [11, 1, 0])
        // No more locals than the parameter; the operations; the local; what is added; the offset. No alignment: it is natural.
        #expect(streams.dropFirst().filter { !$0.isEmpty } == [[0], [0x20, 0x28, 0x41, 0x6a, 0x0b], [0], [7], [4]])
    }

    @Test func `tells locals by how many others were used since`() throws {
        let code: [UInt8] = [0x20, 3, 0x21, 0, 0x20, 3, 0x20, 3, 0x22, 0, 0x20, 130, 1, 0x0b]
        let streams = try streams(ofCode: code)
        #expect(streams[3] == [3, 1, 0, 130, 1] && streams[4] == [1, 1])
    }

    @Test func `keeps an alignment that is not natural, by another number of the operation`() throws {
        let streams = try streams(ofCode: [0x28, 2, 0, 0x28, 0, 8, 0x37, 2, 16, 0x0b])
        #expect(streams[2] == [0x28, 0x28 + 0xab, 0x37 + 0xab, 0x0b])
        #expect(Array(streams.drop { $0 != [0, 8, 16] }.prefix(2)) == [[0, 8, 16], [0, 2]])
    }

    @Test func `is refused where it ends early`() {
        for count in Self.module.indices where ![8, 16, 20, 34].contains(count) {
            #expect(throws: SplitModule.Failure.self, "\(count) bytes") {
                try SplitModule(Array(Self.module[..<count]))
            }
        }
    }

    @Test(
        arguments: [
            // An operation that there is none of; one on tables; vectors' without an end.
            [0x27, 0x0b], [0x25, 0, 0x0b], [0xfc, 12, 0, 0, 0x0b], [0xfd, 12, 1, 2, 0x0b],
            // More than the function's end; less.
            [0x0b, 0x0b], [0x02, 0x40, 0x0b],
            // A local's number in more bytes than it takes, as some linkers leave it.
            [0x20, 0x80, 0, 0x0b], [0x20, 0x83, 0x80, 0x80, 0x80, 0, 0x0b],
        ] as [[UInt8]])
    func `is refused where it is not what the linker writes`(code: [UInt8]) {
        #expect(throws: SplitModule.Failure.self) { try streams(ofCode: code) }
    }
}
