import Datasets
import Hashing

/// Five images in MNIST's format: image `i` is `i` everywhere, and so is its label.
struct TinyDigits {
    var files: [DatasetFile: [UInt8]] = [
        .trainImages: gzip(idx([3, 28, 28], images(of: 0...2))),
        .trainLabels: gzip(idx([3], [0, 1, 2])),
        .testImages: gzip(idx([2, 28, 28], images(of: 3...4))),
        .testLabels: gzip(idx([2], [3, 4])),
    ]

    /// A published data set of these files, so that no test depends on the real ones.
    var source: ImageDatasetSource {
        ImageDatasetSource(
            name: "mnist", title: "MNIST", classNames: (0..<10).map(String.init), imageShape: [28, 28],
            digests: .init(
                trainImages: sha256(files[.trainImages]!), trainLabels: sha256(files[.trainLabels]!),
                testImages: sha256(files[.testImages]!), testLabels: sha256(files[.testLabels]!)),
            mirrors: ["https://one.example/", "https://two.example/"], system: nil)
    }

    /// Writes the four files into a subfolder.
    func write(to folder: TemporaryFolder, _ subfolder: String) throws {
        for (file, bytes) in files { try folder.write(bytes, to: "\(subfolder)/\(file.gzipped)") }
    }

    static func images(of digits: ClosedRange<UInt8>) -> [UInt8] {
        digits.flatMap { [UInt8](repeating: $0, count: 784) }
    }
}
