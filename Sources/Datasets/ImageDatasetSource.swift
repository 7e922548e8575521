internal import NeuralNetworks

/// One data set in MNIST's format: four files, and where they come from.
package struct ImageDatasetSource: Sendable {
    /// What a chapter calls it, and the name of its folder: `fashion-mnist`.
    package var name: String
    /// What a sentence calls it: `Fashion-MNIST`.
    package var title: String
    package var classNames: [String]
    /// Rows and columns of every image.
    package var imageShape: [Int]
    package var digests: Digests
    /// Addresses to put a file's name behind, in the order to be asked.
    package var mirrors: [String]
    /// Where the operating system keeps it, if it has it.
    package var system: SystemPackage?

    /// The SHA-256 of each gzipped file, in hexadecimal.
    package struct Digests: Sendable {
        package var trainImages, trainLabels, testImages, testLabels: String

        package init(trainImages: String, trainLabels: String, testImages: String, testLabels: String) {
            self.trainImages = trainImages
            self.trainLabels = trainLabels
            self.testImages = testImages
            self.testLabels = testLabels
        }
    }

    /// A Debian package and the folder it puts the files in.
    package struct SystemPackage: Sendable {
        package var folder: String
        package var package: String

        package init(folder: String, package: String) {
            self.folder = folder
            self.package = package
        }
    }

    package init(
        name: String, title: String, classNames: [String], imageShape: [Int], digests: Digests, mirrors: [String],
        system: SystemPackage?
    ) {
        self.name = name
        self.title = title
        self.classNames = classNames
        self.imageShape = imageShape
        self.digests = digests
        self.mirrors = mirrors
        self.system = system
    }
}

extension ImageDatasetSource {
    /// All data sets that can be asked for by name.
    package static let known = [FashionMNIST.source, MNIST.source]

    package static func named(_ name: String) throws(DatasetLoadingError) -> ImageDatasetSource {
        guard let source = known.first(where: { $0.name == name }) else {
            throw .unknownName(name, known: known.map(\.name))
        }
        return source
    }

    /// The folder for downloads: `weft/datasets/NAME` in the XDG cache. That must be an absolute path, says the XDG
    /// Base Directory Specification, and is else to be ignored.
    package func cache(in surroundings: Surroundings) -> String? {
        let cache = surroundings.variable("XDG_CACHE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        let home = surroundings.variable("HOME").flatMap { $0.isEmpty ? nil : "\($0)/.cache" }
        return (cache ?? home).map { "\($0)/weft/datasets/\(name)" }
    }

    /// Finds, or fetches, and reads the four files.
    package func load(
        folder: String?, in surroundings: Surroundings
    ) throws(DatasetLoadingError) -> ImageDataset {
        let place = try DatasetSearch(source: self, surroundings: surroundings).find(folder: folder)
        return ImageDataset(
            name: name,
            classNames: classNames,
            train: try read(images: place.path(of: .trainImages), labels: place.path(of: .trainLabels)),
            test: try read(images: place.path(of: .testImages), labels: place.path(of: .testLabels)))
    }

    private func read(images: String, labels: String) throws(DatasetLoadingError) -> Dataset {
        let pixels = try IDXFile(contentsOf: images, dimensions: 3)
        let classes = try IDXFile(contentsOf: labels, dimensions: 1)
        let shape = Array(pixels.shape.dropFirst())
        guard shape == imageShape else {
            throw .malformed(file: images, fault: .wrongImageSize(found: shape, expected: imageShape))
        }
        guard pixels.shape[0] == classes.shape[0] else {
            throw .countsDiffer(
                images: images, imageCount: pixels.shape[0], labels: labels, labelCount: classes.shape[0])
        }
        do {
            return try Dataset(images: pixels.bytes, shape: shape, labels: classes.bytes, classNames: classNames)
        } catch {
            throw .invalid(labels: labels, reason: error)
        }
    }
}

extension ImageDatasetSource.Digests {
    package subscript(file: DatasetFile) -> String {
        switch file {
        case .trainImages: trainImages
        case .trainLabels: trainLabels
        case .testImages: testImages
        case .testLabels: testLabels
        }
    }
}
