/// The four files of a data set in MNIST's format, by the names they have wherever they are published.
package enum DatasetFile: String, CaseIterable, Sendable {
    case trainImages = "train-images-idx3-ubyte"
    case trainLabels = "train-labels-idx1-ubyte"
    case testImages = "t10k-images-idx3-ubyte"
    case testLabels = "t10k-labels-idx1-ubyte"

    /// The name under which it is downloaded, and looked for first.
    package var gzipped: String { rawValue + ".gz" }
}
