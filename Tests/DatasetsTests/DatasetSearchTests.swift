import Datasets
import NeuralNetworks
import Testing

@Suite struct `The search for a data set` {
    let folder: TemporaryFolder
    let digits = TinyDigits()

    init() throws { folder = try TemporaryFolder() }

    /// The digits as a source that Debian packages in `system` here.
    var packaged: ImageDatasetSource {
        var source = digits.source
        source.system = .init(folder: "\(folder.path)/system", package: "dataset-mnist")
        return source
    }

    @Test func `goes from WEFT_DATA to the system to the cache to the network`() throws {
        try folder.write([], to: "data/readme")
        let watched = WatchedSurroundings(
            ["WEFT_DATA": "\(folder.path)/data", "XDG_CACHE_HOME": "\(folder.path)/cache"], serving: digits.files)
        _ = try packaged.load(folder: nil, in: watched.surroundings)
        #expect(
            watched.looked
                == ["data/mnist", "data", "system", "cache/weft/datasets/mnist"].map { "\(folder.path)/\($0)" })
        #expect(watched.fetched.count == 4)
    }

    @Test(arguments: ["data/mnist", "data", "system", "cache/weft/datasets/mnist"])
    func `ends at the first folder that has the files`(place: String) throws {
        try folder.write([], to: "data/readme")
        try digits.write(to: folder, place)
        let watched = WatchedSurroundings(
            ["WEFT_DATA": "\(folder.path)/data", "XDG_CACHE_HOME": "\(folder.path)/cache"])
        let data = try packaged.load(folder: nil, in: watched.surroundings)
        #expect(data.train.labels == [0, 1, 2])
        #expect(watched.looked.last == "\(folder.path)/\(place)")
        #expect(watched.fetched == [])
    }

    @Test func `looks nowhere else where a folder is given`() throws {
        try digits.write(to: folder, "system")
        try folder.write([], to: "mine/readme")
        let watched = WatchedSurroundings(["HOME": folder.path], serving: digits.files)
        let error = #expect(throws: DatasetLoadingError.self) {
            try packaged.load(folder: "\(folder.path)/mine", in: watched.surroundings)
        }
        #expect(
            error?.description == """
                \(folder.path)/mine: holds none of the data set's files: put train-images-idx3-ubyte.gz, \
                train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz there, \
                gzipped (.gz) or not
                """)
        #expect(watched.fetched == [])
    }

    @Test func `takes files that are not gzipped`() throws {
        for (file, values) in [(DatasetFile.trainImages, 0...2), (.testImages, 3...4)] {
            try folder.write(
                idx(
                    [values.count, 28, 28], TinyDigits.images(of: UInt8(values.lowerBound)...UInt8(values.upperBound))),
                to: "plain/\(file.rawValue)")
        }
        try folder.write(idx([3], [0, 1, 2]), to: "plain/\(DatasetFile.trainLabels.rawValue)")
        try folder.write(idx([2], [3, 4]), to: "plain/\(DatasetFile.testLabels.rawValue)")
        #expect(try MNIST.load(folder: "\(folder.path)/plain").test.labels == [3, 4])
    }

    @Test func `never takes digits for clothes`() throws {
        try digits.write(to: folder, "mnist-5k")
        try digits.write(to: folder, "cache/weft/datasets/fashion-mnist")
        var clothes = FashionMNIST.source
        clothes.system = nil
        let watched = WatchedSurroundings(
            ["WEFT_DATA": "\(folder.path)/mnist-5k/", "XDG_CACHE_HOME": "\(folder.path)/cache"])
        _ = try clothes.load(folder: nil, in: watched.surroundings)
        #expect(!watched.looked.contains("\(folder.path)/mnist-5k/"))
        #expect(watched.looked.last == "\(folder.path)/cache/weft/datasets/fashion-mnist")
    }

    @Test func `stops at a named folder that lacks a file`() throws {
        var incomplete = digits
        incomplete.files[.testLabels] = nil
        try incomplete.write(to: folder, "data")
        let watched = WatchedSurroundings(["WEFT_DATA": "\(folder.path)/data", "HOME": folder.path])
        let error = #expect(throws: DatasetLoadingError.self) {
            try digits.source.load(folder: nil, in: watched.surroundings)
        }
        #expect(
            error?.description == """
                \(folder.path)/data: t10k-labels-idx1-ubyte.gz is missing beside the data set's other files: \
                put it there, gzipped (.gz) or not
                """)
    }

    @Test func `stops where WEFT_DATA names no folder`() {
        let watched = WatchedSurroundings(["WEFT_DATA": "/no/such/folder"])
        #expect(throws: DatasetLoadingError.noSuchFolder("/no/such/folder", variable: "WEFT_DATA")) {
            try digits.source.load(folder: nil, in: watched.surroundings)
        }
    }

    @Test(arguments: [
        (["HOME": "/home/ada"], "/home/ada/.cache/weft/datasets/mnist"),
        (["HOME": "/home/ada", "XDG_CACHE_HOME": "/var/tmp/cache"], "/var/tmp/cache/weft/datasets/mnist"),
        (["HOME": "/home/ada", "XDG_CACHE_HOME": "relative"], "/home/ada/.cache/weft/datasets/mnist"),
    ])
    func `uses the cache of the XDG specification`(variables: [String: String], cache: String) {
        #expect(digits.source.cache(in: WatchedSurroundings(variables).surroundings) == cache)
    }
}
