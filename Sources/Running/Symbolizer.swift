import Foundation
import Literate
import NotebookEvents
import Subprocess

/// Finds the chapter's line for the call stack of a cell that failed.
struct Symbolizer {
    let toolchain: Toolchain
    /// The folder of all compiled cells: frames of other libraries are not the author's.
    let folder: URL
    let chapter: Chapter

    /// Where a cell failed, and the runtime's word for why, where the trap has one.
    struct Failure {
        var location: Location?
        var reason: String?
    }

    /// The innermost place of `frames` that is in the chapter.
    func failure(at frames: [Frame]) async -> Failure {
        var failure = Failure()
        for frame in frames where frame.image.hasPrefix(folder.path) {
            for symbol in await symbols(of: frame) {
                if failure.reason == nil, let reason = symbol.trapReason { failure.reason = reason }
                failure.location = location(of: symbol)
                if failure.location != nil { return failure }
            }
        }
        return failure
    }
}

extension Symbolizer {
    /// The place of `symbol` in the chapter; nil where it is elsewhere.
    private func location(of symbol: Symbol) -> Location? {
        guard symbol.line > 0, let file = symbol.fileName.split(separator: "/").last else { return nil }
        return chapter.location(file: String(file), line: symbol.line, column: max(1, symbol.column))
    }

    /// The functions that one frame stands for, innermost first: more than one where calls were inlined.
    private func symbols(of frame: Frame) async -> [Symbol] {
        let result = try? await Subprocess.run(
            .at(toolchain.symbolizer),
            arguments: ["--output-style=JSON", "--obj=\(frame.image)", "0x\(String(frame.offset, radix: 16))"],
            output: .bytes(limit: 1 << 20), error: .discarded)
        guard let data = result.map({ Data($0.standardOutput) }) else { return [] }
        return (try? JSONDecoder().decode([Answer].self, from: data))?.flatMap(\.symbols) ?? []
    }

    private struct Answer: Decodable {
        var symbols: [Symbol]

        enum CodingKeys: String, CodingKey {
            case symbols = "Symbol"
        }
    }

    private struct Symbol: Decodable {
        var functionName: String
        var fileName: String
        var line: Int
        var column: Int

        enum CodingKeys: String, CodingKey {
            case functionName = "FunctionName"
            case fileName = "FileName"
            case line = "Line"
            case column = "Column"
        }

        /// The compiler names the function that a trap was inlined from after the trap's reason.
        var trapReason: String? {
            let marker = "Swift runtime failure: "
            return functionName.hasPrefix(marker) ? String(functionName.dropFirst(marker.count)) : nil
        }
    }
}
