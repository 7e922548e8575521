public import NeuralNetworks

/// A labelled set of small grey images, split by its publishers into training and test images.
///
///     let data = try FashionMNIST.load()
///     data.train.count      // 60000
///     data.classNames[9]    // "Ankle boot"
public struct ImageDataset: Sendable {
    /// The name a chapter asks for: `fashion-mnist`, `mnist`.
    public let name: String

    /// What the numbers 0, 1, 2, … of the labels stand for.
    public let classNames: [String]

    /// The images to learn from: bytes of shape `[count, 28, 28]`, 0 is black, or half as high and wide.
    public let train: Dataset

    /// The images held back, of the same shape.
    public let test: Dataset

    /// The names that `load(named:folder:)` knows.
    public static var names: [String] { ImageDatasetSource.known.map(\.name) }

    /// Loads the data set of that name, so that a chapter can take it from a parameter.
    ///
    ///     let data = try ImageDataset.load(named: params.dataset)
    ///
    /// - Parameters:
    ///   - name: one of ``names``.
    ///   - folder: where the four files are. `nil`: they are looked for, as ``FashionMNIST/load(folder:)`` says.
    /// - Throws: ``DatasetLoadingError``; for an unknown name it lists the known ones and the nearest.
    public static func load(
        named name: String, folder: String? = nil
    ) throws(DatasetLoadingError) -> ImageDataset {
        try ImageDatasetSource.named(name).load(folder: folder, in: .live)
    }

    /// The same images at half the height and width, for networks that are to train in a fraction of the time.
    public func halved() throws(DatasetError) -> ImageDataset {
        ImageDataset(name: name, classNames: classNames, train: try train.halved(), test: try test.halved())
    }
}
