import SVGCharts
import Testing

/// How charts find a value among many.
struct `An index of hashes` {
    private func index(of members: [Datum]) -> HashIndex {
        var index = HashIndex()
        for member in members { index.append(member.fingerprint) }
        return index
    }

    @Test(arguments: [
        (0..<20_000).map { Datum.number(Double($0)) }, (0..<20_000).map { Datum.number(Double($0) / 7 - 1000) },
        (0..<20_000).map { Datum.category("Series \($0)") },
    ])
    func `finds each of many members where it stands, and nobody else`(members: [Datum]) {
        let index = index(of: members)
        var tried = 0
        for (place, member) in members.enumerated() {
            let found = index.first(member.fingerprint) {
                tried += 1; return members[$0] == member
            }
            #expect(found == place)
        }
        // Hashes that are alike are rare.
        #expect(tried < members.count * 11 / 10)
        #expect(index.first(Datum.category("nobody").fingerprint) { members[$0] == .category("nobody") } == nil)
    }

    @Test func `asks about each member of one hash, in their order`() {
        var index = HashIndex()
        for _ in 0..<100 { index.append(7) }
        var asked: [Int] = []
        let found = index.first(7) { place in
            asked.append(place)
            return place == 60
        }
        #expect(found == 60 && asked == Array(0...60))
    }

    @Test func `finds nothing in an empty list`() {
        #expect(HashIndex().first(0) { _ in true } == nil)
    }

    @Test func `takes zero and minus zero for one number`() {
        #expect(Datum.number(0).fingerprint == Datum.number(-0.0).fingerprint)
        #expect(Datum.number(1).fingerprint != Datum.number(-1).fingerprint)
        #expect(Datum.category("ab").fingerprint != Datum.category("ba").fingerprint)
    }
}
