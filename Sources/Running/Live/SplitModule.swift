/// A WebAssembly module whose code is taken apart, so that like stands by like: the operations one after another, the locals
/// that they read, the numbers that they add … Each of these streams packs better than the mixture that it comes from,
/// together by a seventh. `Theme/live-module.js` puts the module together again.
///
/// What follows from the rest is left out: how long each function is, and how a value in memory is aligned where that is
/// natural.
package struct SplitModule {
    /// The file that says how.
    static let filePath = #filePath

    /// The streams, in the order in which a browser gets them.
    package private(set) var streams = [[UInt8]](repeating: [], count: Stream.allCases.count)

    enum Stream: Int, CaseIterable {
        /// All that is not code: in its place is how many functions there are.
        case sections
        case locals, operations
        /// The locals that are read, and those that are written: how many others were used since this one was.
        case read, written
        /// Constants, of which those that are added or subtracted at once are mostly a place in something.
        case added, int32, int64, float64
        case offsets, alignments, calls, branches, branchTables, blockTypes, globals, vectors, others
    }

    /// Takes `module` apart, as the linker writes it: each number in as few bytes as it takes.
    package init(_ module: [UInt8]) throws(Failure) {
        var reader = ModuleReader(bytes: module)
        self[.sections] += try reader.take(8)
        while !reader.isAtEnd {
            let id = try reader.byte(), size = try reader.index()
            let end = reader.place + size
            if id == 10 {
                let count = try reader.index()
                self[.sections].append(id)
                self[.sections].append(index: count)
                for _ in 0..<count { try split(functionOf: &reader) }
                guard reader.place == end else { throw reader.failure }
            } else {
                self[.sections].append(id)
                self[.sections].append(index: size)
                self[.sections] += try reader.take(size)
            }
        }
    }

    private subscript(stream: Stream) -> [UInt8] {
        _read { yield streams[stream.rawValue] }
        _modify { yield &streams[stream.rawValue] }
    }

    private mutating func split(functionOf reader: inout ModuleReader) throws(Failure) {
        let size = try reader.index()
        let end = reader.place + size
        let groups = try reader.index()
        self[.locals].append(index: groups)
        for _ in 0..<groups {
            self[.locals] += try reader.number()
            self[.locals].append(try reader.byte())
        }
        var recent = RecentLocals(), depth = 1
        while depth > 0 {
            let operation = try reader.byte()
            switch operation {
            case 0x02...0x04: depth += 1
            case 0x0b: depth -= 1
            default: break
            }
            try split(operation, of: &reader, &recent)
        }
        guard reader.place == end else { throw reader.failure }
    }

    private mutating func split(
        _ operation: UInt8, of reader: inout ModuleReader, _ recent: inout RecentLocals
    ) throws(Failure) {
        if let natural = Self.naturalAlignment(of: operation) {
            let alignment = try reader.number()
            if alignment == [natural] {
                self[.operations].append(operation)
            } else {
                // Operations have no such numbers.
                self[.operations].append(operation + Self.unaligned)
                self[.alignments] += alignment
            }
            self[.offsets] += try reader.number()
            return
        }
        self[.operations].append(operation)
        switch operation {
        case 0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b, 0x45...0xc4: break
        case 0x02...0x04: self[.blockTypes] += try reader.number()
        case 0x0c, 0x0d: self[.branches] += try reader.number()
        case 0x0e:
            let count = try reader.index()
            self[.branchTables].append(index: count)
            for _ in 0...count { self[.branchTables] += try reader.number() }
        case 0x10: self[.calls] += try reader.number()
        case 0x11:
            for _ in 0..<2 { self[.others] += try reader.number() }
        case 0x20: self[.read].append(index: recent.use(try reader.index()))
        case 0x21, 0x22: self[.written].append(index: recent.use(try reader.index()))
        case 0x23, 0x24: self[.globals] += try reader.number()
        case 0x3f, 0x40: self[.others] += try reader.number()
        case 0x41:
            let number = try reader.number()
            let isAdded = reader.next.map { 0x6a...0x6b ~= $0 } ?? false
            self[isAdded ? .added : .int32] += number
        case 0x42: self[.int64] += try reader.number()
        case 0x43: self[.others] += try reader.take(4)
        case 0x44: self[.float64] += try reader.take(8)
        case 0xfc, 0xfd:
            let kind = try reader.index()
            self[.operations].append(index: kind)
            try operation == 0xfc ? splitBulk(kind, of: &reader) : splitVector(kind, of: &reader)
        default: throw reader.failure
        }
    }

    /// What the operations on whole parts of memory, and conversions that can't fail, are followed by.
    private mutating func splitBulk(_ kind: Int, of reader: inout ModuleReader) throws(Failure) {
        switch kind {
        case 0...7: break
        case 8, 10:
            for _ in 0..<2 { self[.others] += try reader.number() }
        case 9, 11: self[.others] += try reader.number()
        default: throw reader.failure
        }
    }

    private mutating func splitVector(_ kind: Int, of reader: inout ModuleReader) throws(Failure) {
        let isInMemory = 0...11 ~= kind || 84...93 ~= kind
        if isInMemory {
            self[.alignments] += try reader.number()
            self[.offsets] += try reader.number()
        }
        // A constant or a shuffle; a part of a vector.
        if 12...13 ~= kind { self[.vectors] += try reader.take(16) }
        if 21...34 ~= kind || 84...91 ~= kind { self[.others].append(try reader.byte()) }
    }

    private static let unaligned: UInt8 = 0xab

    /// The alignment, as a power of two, of what an operation loads or stores; nil where it does neither.
    private static func naturalAlignment(of operation: UInt8) -> UInt8? {
        switch operation {
        case 0x2c, 0x2d, 0x30, 0x31, 0x3a, 0x3c: 0
        case 0x2e, 0x2f, 0x32, 0x33, 0x3b, 0x3d: 1
        case 0x28, 0x2a, 0x34, 0x35, 0x36, 0x38, 0x3e: 2
        case 0x29, 0x2b, 0x37, 0x39: 3
        default: nil
        }
    }

    /// The module is none, or none that Weft's own tools link.
    package struct Failure: Error, CustomStringConvertible {
        let place: Int
        package var description: String { "a module can't be packed: its byte \(place) is not expected" }
    }
}

/// The locals of a function, the last used first; those that were not used yet stand behind, by their numbers.
private struct RecentLocals {
    private var order: [Int] = []

    /// How many stand before `local`, which then stands before all.
    mutating func use(_ local: Int) -> Int {
        order += order.count..<max(order.count, local + 1)
        let rank = order.firstIndex(of: local)!
        order.remove(at: rank)
        order.insert(local, at: 0)
        return rank
    }
}

extension [UInt8] {
    /// Appends a number that is not negative, in groups of seven bits, the lowest first.
    fileprivate mutating func append(index: Int) {
        var rest = index
        while rest >= 0x80 {
            append(UInt8(rest & 0x7f) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }
}
