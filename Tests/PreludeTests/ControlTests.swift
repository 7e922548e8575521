import Prelude
import Testing

/// What a cell gets for its controls, with a reader and without.
@Suite(.serialized) struct `A control` {
    /// Runs `cell` as if a reader had entered this, and gives what it reported.
    private func events(_ entries: [String: Entry] = [:], _ cell: () throws -> Void) rethrows -> [Event] {
        var events: [Event] = []
        let before = Notebook.current
        defer { Notebook.current = before }
        Notebook.current = Notebook(report: { events.append($0) }, entered: { entries[$0.label] })
        try cell()
        return events
    }

    @Test func `is its default while a page is built`() {
        _ = events {
            #expect(control("Degree", 1...15, default: 3) == 3)
            #expect(control("Noise", 0.0...1.0, step: 0.05, default: 0.2) == 0.2)
            #expect(control("Penalty", ["L1", "L2"], default: "L2") == "L2")
            #expect(control("Dropout", default: true))
            #expect(control("Name", default: "Ada") == "Ada")
            #expect(button("Again") == 0)
        }
    }

    @Test func `is what a reader has entered`() {
        let entries: [String: Entry] = [
            "Degree": .number(7), "Noise": .number(0.5), "Penalty": .number(0), "Dropout": .number(0),
            "Name": .text("Grace"), "Again": .number(2),
        ]
        _ = events(entries) {
            #expect(control("Degree", 1...15, default: 3) == 7)
            #expect(control("Noise", 0.0...1.0, step: 0.05, default: 0.2) == 0.5)
            #expect(control("Penalty", ["L1", "L2"], default: "L2") == "L1")
            #expect(!control("Dropout", default: true))
            #expect(control("Name", default: "Ada") == "Grace")
            #expect(button("Again") == 2)
        }
    }

    @Test func `stays in its range, whatever an address says`() {
        _ = events(["a": .number(99), "b": .number(-4), "c": .number(12), "d": .number(.infinity)]) {
            #expect(control("a", 1...15, default: 3) == 15)
            #expect(control("b", 0.0...1.0, step: 0.1, default: 0.2) == 0)
            #expect(control("c", ["x", "y"], default: "x") == "y")
            #expect(control("d", 1...15, default: 3) == 3)
        }
    }

    @Test func `tells the page what it is`() {
        let told = events { _ = control("Degree", 1...15, default: 3) }
        #expect(told == [.control(Control("Degree", .integer(lower: 1, upper: 15, initial: 3)))])
    }

    @Test func `an animation shows what its last step that shows anything has shown`() throws {
        let told = events {
            animate("Epoch", 1...5) { epoch in
                if epoch.isMultiple(of: 2) { show("epoch \(epoch)") }
            }
        }
        #expect(told.first == .animation(Animation(label: "Epoch", first: 1, last: 5)))
        #expect(told.last == .output(.text("epoch 4"), printed: .nothing))
        #expect(told.count { if case .output = $0 { true } else { false } } == 1)
    }

    @Test func `an error ends an animation`() {
        struct Stop: Error {}
        #expect(throws: Stop.self) { try events { try animate("Step", 1...3) { if $0 == 2 { throw Stop() } } } }
    }
}
