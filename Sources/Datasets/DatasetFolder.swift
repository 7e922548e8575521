/// A folder as a place of the four files: which of them it holds, gzipped or not.
struct DatasetFolder {
    /// Where the folder is.
    let path: String

    /// The paths of the files that are there.
    private let files: [DatasetFile: String]

    init(_ path: String, in surroundings: Surroundings) {
        self.path = path
        files = DatasetFile.allCases.reduce(into: [:]) { found, file in
            found[file] = [file.gzipped, file.rawValue].map { "\(path)/\($0)" }.first(where: surroundings.exists)
        }
    }

    /// The names of the files that are not there.
    var missing: [DatasetFile] { DatasetFile.allCases.filter { files[$0] == nil } }

    /// Where a file is, or where it should be.
    func path(of file: DatasetFile) -> String { files[file] ?? "\(path)/\(file.gzipped)" }

    var isComplete: Bool { missing.isEmpty }
    var isEmpty: Bool { files.isEmpty }
}
