import Foundation

/// What the numbers were measured on.
struct Machine: CustomStringConvertible {
    var description: String {
        "\(processor), \(ProcessInfo.processInfo.activeProcessorCount) cores, \(ProcessInfo.processInfo.operatingSystemVersionString)"
    }

    /// The most memory this process had at once, in MB, or nil where that is not told.
    var peakMemory: Int? {
        value(of: "VmHWM", in: "/proc/self/status").flatMap { Int($0.split(separator: " ").first ?? "") }
            .map { $0 * 1024 / 1_000_000 }
    }

    private var processor: String { value(of: "model name", in: "/proc/cpuinfo") ?? "unknown processor" }

    /// The text after `name:` in a file of such lines.
    private func value(of name: String, in path: String) -> String? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
