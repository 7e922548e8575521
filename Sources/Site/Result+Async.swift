extension Result where Failure == any Error {
    /// What `work` gives or throws.
    static func of(_ work: () async throws -> Success) async -> Self {
        do { return .success(try await work()) } catch { return .failure(error) }
    }
}
