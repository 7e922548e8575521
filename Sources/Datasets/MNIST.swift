/// MNIST: 70,000 grey images of handwritten digits, 28×28 bytes each.
///
/// LeCun, Cortes and Burges (1998), "The MNIST database of handwritten digits"; CC BY-SA 3.0.
public enum MNIST {
    /// Loads the 60,000 training and 10,000 test images.
    ///
    /// The four files (`train-images-idx3-ubyte.gz` and so on, gzipped or not) are taken from the first of these
    /// folders that holds them:
    ///
    /// 1. `folder`, where it is given: then nowhere else;
    /// 2. the folder that the environment variable `WEFT_DATA` names, or its subfolder `mnist`;
    /// 3. `weft/datasets/mnist` in `$XDG_CACHE_HOME`, or else in `~/.cache`.
    ///
    /// Where none does, they are downloaded into the last one, and kept only if their SHA-256 is the published one.
    ///
    /// - Throws: ``DatasetLoadingError``, which says what was missing or wrong in which file, and what to do.
    public static func load(folder: String? = nil) throws(DatasetLoadingError) -> ImageDataset {
        try source.load(folder: folder, in: .live)
    }

    package static let source = ImageDatasetSource(
        name: "mnist",
        title: "MNIST",
        classNames: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
        imageShape: [28, 28],
        // Published alike by TensorFlow Datasets (url_checksums/mnist.txt) and by torchvision
        // (prototype/datasets/_builtin/mnist.py), each for its own one of the two mirrors.
        digests: .init(
            trainImages: "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
            trainLabels: "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
            testImages: "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
            testLabels: "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"),
        mirrors: [
            "https://storage.googleapis.com/cvdf-datasets/mnist/",
            "https://ossci-datasets.s3.amazonaws.com/mnist/",
        ],
        system: nil)
}
