import Foundation
import Running

/// Notices when a file of a course changes, appears or goes.
struct CourseWatch: Sendable {
    let course: URL

    /// Gives a value whenever something has changed, until the task that reads it ends.
    var changes: AsyncStream<Void> {
        AsyncStream { continuation in
            let task = Task {
                var known = stamps
                while !Task.isCancelled {
                    // Looking takes a millisecond or so; editors need no faster answer.
                    try? await Task.sleep(for: .milliseconds(60))
                    let now = stamps
                    guard now != known else { continue }
                    known = now
                    continuation.yield()
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    /// What there is now: all but hidden files, the published site, and what Swift builds.
    private var stamps: [String: FileStamp] {
        var stamps: [String: FileStamp] = [:]
        for folder in ["chapters", "site"] {
            let root = course.appending(path: folder)
            guard let files = FileManager.default.enumerator(atPath: root.path) else { continue }
            while let path = files.nextObject() as? String {
                if path.hasPrefix(".") || path.contains("/.") || (folder == "site" && path == "public") {
                    files.skipDescendants()
                    continue
                }
                stamps["\(folder)/\(path)"] = FileStamp(path: root.appending(path: path).path)
            }
        }
        return stamps
    }
}
