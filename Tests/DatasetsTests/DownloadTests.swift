import Datasets
import Foundation
import Hashing
import NeuralNetworks
import Testing

@Suite struct `A download` {
    let folder: TemporaryFolder
    let digits = TinyDigits()

    init() throws { folder = try TemporaryFolder() }

    var variables: [String: String] { ["XDG_CACHE_HOME": folder.path] }
    var cache: String { "weft/datasets/mnist" }

    @Test func `fills the cache, and the next load needs no network`() throws {
        let first = WatchedSurroundings(variables, serving: digits.files)
        _ = try digits.source.load(folder: nil, in: first.surroundings)
        #expect(first.fetched == DatasetFile.allCases.map { "https://one.example/\($0.gzipped)" })
        #expect(folder.names(in: cache) == DatasetFile.allCases.map(\.gzipped).sorted())

        let second = WatchedSurroundings(variables)
        #expect(try digits.source.load(folder: nil, in: second.surroundings).test.labels == [3, 4])
        #expect(second.fetched == [])
    }

    @Test func `fetches only what the cache lacks`() throws {
        try folder.write(digits.files[.trainImages]!, to: "\(cache)/\(DatasetFile.trainImages.gzipped)")
        let watched = WatchedSurroundings(variables, serving: digits.files)
        _ = try digits.source.load(folder: nil, in: watched.surroundings)
        #expect(watched.fetched.count == 3)
    }

    @Test func `asks the next mirror where one serves another file`() throws {
        let watched = WatchedSurroundings(variables) { [digits] url, path in
            let file = DatasetFile.allCases.first { url.hasSuffix($0.gzipped) }!
            let bytes = url.hasPrefix("https://one.example/") ? Array("<html>".utf8) : digits.files[file]!
            return FileManager.default.createFile(atPath: path, contents: Data(bytes)) ? nil : "disk full"
        }
        #expect(try digits.source.load(folder: nil, in: watched.surroundings).train.labels == [0, 1, 2])
        #expect(watched.fetched.count == 8)
    }

    @Test func `that is not the published file is thrown away`() throws {
        var forged = digits
        forged.files[.trainLabels] = gzip(idx([3], [2, 1, 0]))
        let watched = WatchedSurroundings(variables, serving: forged.files)
        let error = #expect(throws: DatasetLoadingError.self) {
            try digits.source.load(folder: nil, in: watched.surroundings)
        }
        guard case .unavailable(let facts) = error, case .failed(let attempts) = facts.failure else {
            Issue.record("\(String(describing: error))")
            return
        }
        let outcome = DownloadFailure.Outcome.wrongDigest(
            found: sha256(forged.files[.trainLabels]!), expected: sha256(digits.files[.trainLabels]!))
        #expect(attempts.map(\.outcome) == [outcome, outcome])
        #expect(
            facts.missing == ["train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"])
        #expect(folder.names(in: cache) == [DatasetFile.trainImages.gzipped])
    }

    @Test func `that breaks off leaves nothing behind, and nothing half-done is ever under a final name`() throws {
        let watched = WatchedSurroundings(variables) { [folder, cache] _, path in
            _ = FileManager.default.createFile(atPath: path, contents: Data([1, 2, 3]))
            let names = folder.names(in: cache)
            return names.count == 1 && names[0].hasSuffix(".part") ? "Connection reset" : "seen: \(names)"
        }
        let error = #expect(throws: DatasetLoadingError.self) {
            try digits.source.load(folder: nil, in: watched.surroundings)
        }
        #expect(error?.description.contains("Connection reset; https://two.example") == true)
        #expect(folder.names(in: cache) == [])
    }

    @Test func `without a network says what is missing, where it was looked for and what to do`() throws {
        var source = digits.source
        source.system = .init(folder: "\(folder.path)/system", package: "dataset-mnist")
        let watched = WatchedSurroundings(variables)
        let error = #expect(throws: DatasetLoadingError.self) {
            try source.load(folder: nil, in: watched.surroundings)
        }
        #expect(
            error?.description == """
                MNIST is not on this machine and could not be downloaded.
                  missing: train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz, \
                t10k-labels-idx1-ubyte.gz
                  looked in: \(folder.path)/system, \(folder.path)/weft/datasets/mnist
                  download: https://one.example/train-images-idx3-ubyte.gz: Could not resolve host; \
                https://two.example/train-images-idx3-ubyte.gz: Could not resolve host
                  what to do: apt-get install dataset-mnist, or put the missing files into \
                \(folder.path)/weft/datasets/mnist, or name a folder that holds all four files in WEFT_DATA
                """)
    }

    @Test func `into a cache that cannot be written is not begun`() throws {
        let blocked = try folder.write([], to: "blocked")
        let watched = WatchedSurroundings(["XDG_CACHE_HOME": blocked], serving: digits.files)
        let error = #expect(throws: DatasetLoadingError.self) {
            try digits.source.load(folder: nil, in: watched.surroundings)
        }
        #expect(error?.description.contains("cannot write to \(blocked)/weft/datasets/mnist: Not a directory") == true)
        #expect(watched.fetched == [])
    }

    @Test func `without a home has no place`() {
        let watched = WatchedSurroundings([:], serving: digits.files)
        let error = #expect(throws: DatasetLoadingError.self) {
            try digits.source.load(folder: nil, in: watched.surroundings)
        }
        #expect(error?.description.contains("neither XDG_CACHE_HOME nor HOME is set") == true)
        #expect(watched.fetched == [])
    }

    /// Port 9 of this machine: nothing listens there.
    @Test func `by the real program reports in its words, and quotes what it is given`() throws {
        let path = "\(folder.path)/it's here"
        let reason = Fetching.fetch("http://127.0.0.1:9/a'b", into: path)
        #expect(reason?.contains("127.0.0.1") == true || reason == "neither curl nor wget is installed")
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
