import Foundation
import NotebookEvents

/// The words for how a cell's process came to its end.
enum Crash {
    static func words(for ending: Ending, limits: CellLimits) -> String {
        switch ending {
        case .exited(let code): "the cell ended the process that runs it, as 'exit(\(code))' does"
        case .signaled(let signal): "the cell crashed: \(name(ofSignal: signal))"
        case .stopped(.time): "the cell ran for more than \(Int(limits.seconds)) s and was stopped"
        case .stopped(.memory): "the cell used more than \(megabytes(limits.bytes)) of memory and was stopped"
        case .stopped(.processes): "the cell started more than 64 processes and was stopped"
        case .stopped(.output): "the cell printed more than \(HostCommand.printLimit >> 20) MB and was stopped"
        case .stopped(.interest): "the cell was stopped"
        case .lost: "the state that the cell was to run in is gone: an earlier cell's process ended"
        }
    }

    /// How to mend it, where that is known.
    static func fix(for ending: Ending, limits: CellLimits) -> String? {
        switch ending {
        case .stopped(.time): "if it needs longer, say so at its top: '//| timeout: \(Int(limits.seconds) * 2)'"
        case .stopped(.memory): "if it needs more, say so at its top: '//| memory: \(megabytes(limits.bytes * 2))'"
        case .stopped(.output): "a page shows 1 MB of it: print less, or write it to a temporary file"
        default: nil
        }
    }

    static func name(ofSignal signal: Int) -> String {
        switch Int32(signal) {
        case SIGSEGV, SIGBUS: "it used memory that is not its own (endless recursion, or an unsafe pointer)"
        case SIGFPE: "arithmetic error"
        case SIGABRT: "aborted"
        case SIGXFSZ: "it wrote or printed more than 256 MB into one file"
        case SIGKILL: "it was killed, perhaps because there was no memory left"
        default: "signal \(signal)"
        }
    }

    /// "4 GB", "512 MB".
    private static func megabytes(_ bytes: Int) -> String {
        bytes % (1 << 30) == 0 ? "\(bytes >> 30) GB" : "\(bytes >> 20) MB"
    }
}
