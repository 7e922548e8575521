/// How the browser multiplies and adds with one rounding, as the native kernels do: both ways give the same bits.
enum LiveArithmetic: String, CaseIterable, Sendable {
    /// By the processor's own instruction, which WebAssembly's "relaxed" one is where the processor has it. `live.js`
    /// tries that out.
    case fused
    /// By other instructions: everywhere, and several times slower.
    case exact

    var flags: [String] { self == .fused ? ["-mrelaxed-simd"] : [] }

    /// The name of a chapter's script.
    func scriptName(_ slug: String) -> String { self == .fused ? slug : "\(slug).exact" }
}
