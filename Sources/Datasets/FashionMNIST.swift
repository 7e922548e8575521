/// Fashion-MNIST: 70,000 grey images of clothes, 28×28 bytes each, in ten classes of equal size.
///
/// Xiao, Rasul and Vollgraf (2017), <https://arxiv.org/abs/1708.07747>; MIT licence.
public enum FashionMNIST {
    /// Loads the 60,000 training and 10,000 test images.
    ///
    /// The four files (`train-images-idx3-ubyte.gz` and so on, gzipped or not) are taken from the first of these
    /// folders that holds them:
    ///
    /// 1. `folder`, where it is given: then nowhere else;
    /// 2. the folder that the environment variable `WEFT_DATA` names, or its subfolder `fashion-mnist`;
    /// 3. `/usr/share/datasets/fashion-mnist`, where the Debian package `dataset-fashion-mnist` puts them;
    /// 4. `weft/datasets/fashion-mnist` in `$XDG_CACHE_HOME`, or else in `~/.cache`.
    ///
    /// Where none does, they are downloaded into the last one, and kept only if their SHA-256 is the published one.
    ///
    /// - Throws: ``DatasetLoadingError``, which says what was missing or wrong in which file, and what to do.
    public static func load(folder: String? = nil) throws(DatasetLoadingError) -> ImageDataset {
        try source.load(folder: folder, in: .live)
    }

    package static let source = ImageDatasetSource(
        name: "fashion-mnist",
        title: "Fashion-MNIST",
        classNames: [
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
        ],
        imageShape: [28, 28],
        // Published alike by TensorFlow Datasets (url_checksums/fashion_mnist.txt) and by torchvision
        // (prototype/datasets/_builtin/mnist.py). Debian's files hold the same images, compressed anew.
        digests: .init(
            trainImages: "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
            trainLabels: "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
            testImages: "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
            testLabels: "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"),
        mirrors: [
            "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/",
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
        ],
        system: .init(folder: "/usr/share/datasets/fashion-mnist", package: "dataset-fashion-mnist"))
}
