/// A value that is made once, for which others may be waiting already.
actor Announcement<Value: Sendable> {
    private var made: Value?
    private var waiting: [CheckedContinuation<Value, Never>] = []

    /// The value, as soon as it is made.
    var value: Value {
        get async {
            if let made { return made }
            return await withCheckedContinuation { waiting.append($0) }
        }
    }

    func make(_ value: Value) {
        made = value
        for continuation in waiting { continuation.resume(returning: value) }
        waiting = []
    }
}
