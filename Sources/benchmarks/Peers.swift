import Foundation

/// Keras, PyTorch and JAX on the same network, where a Python has them.
enum Peers {
    private static let names = ["JAX, epoch jitted": "jax", "PyTorch, eager": "torch", "Keras, TensorFlow": "keras"]

    static func table(ours: Double) -> Table {
        var table = Table(["library", "cores", "seconds", "times ours on one core"])
        table.add(["Weft", "1", decimals(ours, 3), "1"])
        for (name, module) in names.sorted(by: { $0.key < $1.key }) {
            for cores in [1, 2] {
                guard let seconds = seconds(module, cores: cores) else {
                    table.add([name, "\(cores)", "not installed", ""])
                    continue
                }
                table.add([name, "\(cores)", decimals(seconds, 3), decimals(seconds / ours, 1)])
            }
        }
        return table
    }

    /// The best epoch of a library, or nil where it cannot be run.
    private static func seconds(_ module: String, cores: Int) -> Double? {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "peers.py").path()
        let process = Process(), output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let python = ProcessInfo.processInfo.environment["WEFT_PYTHON"] ?? "python3"
        process.arguments = [python, script, module, "\(cores)"]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 ? Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) : nil
    }
}
