import Datasets
import Foundation
import Hashing
import NeuralNetworks
import Testing

@Suite struct `An image data set` {
    @Test func `pairs images with their labels, training and test apart`() throws {
        let folder = try TemporaryFolder()
        try TinyDigits().write(to: folder, "digits")
        let data = try MNIST.load(folder: "\(folder.path)/digits")
        #expect(data.name == "mnist")
        #expect(data.classNames == ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"])
        #expect(data.train.labels == [0, 1, 2])
        #expect(data.test.labels == [3, 4])
        #expect(data.train.shape == [28, 28])
        #expect(data.train.bytes(at: 2) == [UInt8](repeating: 2, count: 784))
        #expect(data.test.bytes(at: 0) == [UInt8](repeating: 3, count: 784))
    }

    @Test func `can be had at half its resolution`() throws {
        let folder = try TemporaryFolder()
        try TinyDigits().write(to: folder, "digits")
        let halved = try MNIST.load(folder: "\(folder.path)/digits").halved()
        #expect(halved.train.shape == [14, 14])
        #expect(halved.test.labels == [3, 4])
        #expect(halved.test.bytes(at: 1) == [UInt8](repeating: 4, count: 196))
    }

    @Test func `can be chosen by name`() throws {
        let folder = try TemporaryFolder()
        try TinyDigits().write(to: folder, "fashion-mnist")
        let data = try ImageDataset.load(named: "fashion-mnist", folder: folder.path)
        #expect(data.classNames[9] == "Ankle boot")
        #expect(ImageDataset.names == ["fashion-mnist", "mnist"])
    }

    @Test(arguments: [
        (
            "fashion_mnist",
            "unknown data set 'fashion_mnist': did you mean 'fashion-mnist'? (known: fashion-mnist and mnist)"
        ),
        ("MNIST", "unknown data set 'MNIST': did you mean 'mnist'? (known: fashion-mnist and mnist)"),
        ("cifar10", "unknown data set 'cifar10' (known: fashion-mnist and mnist)"),
    ])
    func `of an unknown name is refused with the nearest`(name: String, sentence: String) {
        let error = #expect(throws: DatasetLoadingError.self) { try ImageDataset.load(named: name) }
        #expect(error?.description == sentence)
    }

    @Test func `with fewer labels than images is refused`() throws {
        let folder = try TemporaryFolder()
        var digits = TinyDigits()
        digits.files[.trainLabels] = gzip(idx([2], [0, 1]))
        try digits.write(to: folder, "")
        let error = #expect(throws: DatasetLoadingError.self) { try MNIST.load(folder: folder.path) }
        #expect(
            error?.description == """
                \(folder.path)/train-labels-idx1-ubyte.gz: 2 labels for the 3 images of \
                \(folder.path)/train-images-idx3-ubyte.gz: the two files do not belong together
                """)
    }

    @Test func `with a label beyond its classes is refused`() throws {
        let folder = try TemporaryFolder()
        var digits = TinyDigits()
        digits.files[.testLabels] = gzip(idx([2], [3, 10]))
        try digits.write(to: folder, "")
        #expect(
            throws: DatasetLoadingError.invalid(
                labels: "\(folder.path)/t10k-labels-idx1-ubyte.gz",
                reason: .labelOutOfRange(row: 1, label: 10, classes: 10))
        ) { try MNIST.load(folder: folder.path) }
    }

    @Test func `with images of another size is refused`() throws {
        let folder = try TemporaryFolder()
        var digits = TinyDigits()
        digits.files[.testImages] = gzip(idx([2, 14, 56], TinyDigits.images(of: 3...4)))
        try digits.write(to: folder, "")
        #expect(
            throws: DatasetLoadingError.malformed(
                file: "\(folder.path)/t10k-images-idx3-ubyte.gz",
                fault: .wrongImageSize(found: [14, 56], expected: [28, 28]))
        ) { try MNIST.load(folder: folder.path) }
    }

    /// Expected values: numpy over the same files.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/datasets/fashion-mnist")))
    func `of clothes comes from the Debian package`() throws {
        let data = try FashionMNIST.load(folder: "/usr/share/datasets/fashion-mnist")
        #expect(data.train.count == 60_000)
        #expect(data.test.count == 10_000)
        #expect(data.test.labels?.prefix(10) == [9, 2, 1, 1, 6, 1, 4, 6, 5, 7])
        #expect(data.train.bytes(at: 0)?.reduce(0) { $0 + Int($1) } == 76_247)
        #expect(data.test.bytes(at: 9_999)?.reduce(0) { $0 + Int($1) } == 24_390)
    }
}

/// FIPS 180-2, appendix B.
@Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
])
func `a SHA-256 is the standard's`(text: String, digest: String) {
    #expect(sha256(Array(text.utf8)) == digest)
}
