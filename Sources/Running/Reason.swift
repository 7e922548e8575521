import Literate

/// Why a unit has to run.
public enum Reason: Equatable, Sendable {
    case nothingKept
    case firstBuild
    case programChanged
    case compilerChanged
    case environmentChanged
    case codeChanged
    /// The code of an earlier cell, on this line, changed.
    case earlierCodeChanged(line: Int)
    case fileChanged(String)
    case parameterChanged(String)
    /// The result of an earlier build is not there any more, or could not be kept.
    case resultMissing
}

extension Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .nothingKept: "everything is to run anew"
        case .firstBuild: "the chapter has not been built before"
        case .programChanged: "Weft itself, with its libraries, is another than in the last build"
        case .compilerChanged: "the Swift compiler is another than in the last build"
        case .environmentChanged: "WEFT_DATA, XDG_CACHE_HOME or HOME is another than in the last build"
        case .codeChanged: "its code changed"
        case .earlierCodeChanged(let line): "the code of the cell on line \(line) changed"
        case .fileChanged(let path): "the file \(path) changed, which it or a cell before it reads"
        case .parameterChanged(let name): "the parameter '\(name)' changed, which it or a cell before it uses"
        case .resultMissing: "its last run failed, or its result is not kept any more"
        }
    }
}
