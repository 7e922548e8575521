/// Finds the members of a list by their hashes, which are appended in the list's order.
///
/// It serves lists of whatever type: a dictionary for each type of key would be kilobytes of code that a reader waits for.
package struct HashIndex: Sendable {
    private var hashes: [UInt64] = []
    /// The places in the list: each in the first slot that was free from its hash's own slot on. At least half of the
    /// slots, of which there is a power of two, stay free.
    private var slots: [Int] = []
    private static let free = -1

    package init() {}

    /// The place of the first member that has a hash and is the one sought.
    package func first(_ hash: UInt64, where isSought: (_ place: Int) -> Bool) -> Int? {
        guard !slots.isEmpty else { return nil }
        var slot = slot(of: hash)
        while slots[slot] != Self.free {
            let place = slots[slot]
            if hashes[place] == hash, isSought(place) { return place }
            slot = (slot + 1) % slots.count
        }
        return nil
    }

    /// Says the hash of the next member.
    package mutating func append(_ hash: UInt64) {
        hashes.append(hash)
        if hashes.count * 2 <= slots.count { return fill(hashes.count - 1) }
        slots = Array(repeating: Self.free, count: max(slots.count * 2, 16))
        for place in hashes.indices { fill(place) }
    }
}

extension HashIndex {
    private mutating func fill(_ place: Int) {
        var slot = slot(of: hashes[place])
        while slots[slot] != Self.free { slot = (slot + 1) % slots.count }
        slots[slot] = place
    }

    /// The slot where the search for a hash begins: its highest bits, which depend on all others.
    private func slot(of hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash.mixed >> UInt64(UInt64(slots.count).leadingZeroBitCount + 1))
    }
}

extension UInt64 {
    /// A hash of this one and another.
    package func combined(with other: UInt64) -> UInt64 {
        let product = (self ^ other).mixed
        return product ^ product >> 32
    }

    fileprivate var mixed: UInt64 { self &* 0x9E37_79B9_7F4A_7C15 }
}

extension Datum {
    /// The same for equal values.
    package var fingerprint: UInt64 {
        switch self {
        case .number(let value): value == 0 ? 0 : value.bitPattern
        case .category(let name): name.fingerprint
        }
    }
}

extension String {
    /// The same for texts of the same bytes.
    package var fingerprint: UInt64 {
        var hash: UInt64 = 1
        for byte in utf8 { hash = hash.combined(with: UInt64(byte)) }
        return hash
    }
}
