import Foundation
import NeuralNetworks
import Testing

/// Snapshots and files of weights.
@Suite struct WeightsTests {
    private func model(units: Int = 3) throws -> Sequential {
        let model = Sequential(seed: 2) {
            Dense(5, activation: .relu); BatchNormalization(); Dense(units, activation: .softmax)
        }
        model.compile(optimizer: .adam(), loss: .categoricalCrossentropy)
        try model.build(inputShape: [4])
        return model
    }

    @Test func `a snapshot put back gives the same predictions to the bit`() throws {
        let model = try model(), data = Blobs.data()
        let before = try model.weights, predictions = try model.predict(data)
        try model.fit(data, epochs: 2)
        #expect(try model.predict(data) != predictions)
        try model.setWeights(before)
        #expect(try model.predict(data) == predictions)
        #expect(before.entries.map { $0.name }.prefix(2) == ["dense/kernel", "dense/bias"])
        #expect(before["batch_normalization/moving_variance"] == [1, 1, 1, 1, 1])
    }

    @Test func `weights survive a file to the bit`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).safetensors").path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let model = try model()
        try model.fit(Blobs.data(), epochs: 1)
        try model.save(to: path)
        let other = try self.model()
        try other.load(from: path)
        #expect(try other.weights == model.weights)
    }

    @Test func `a file that Python's safetensors wrote is read, metadata, escapes and all`() throws {
        // save_file({"a/k": float32 [[1, 2], [3, 4.5]], "b\"": float32 [-0.5]}, metadata={"format": "np"}), byte for byte
        // but for the header's spacing.
        let header =
            #"{"__metadata__": {"format":"np"} , "a/k":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"#
            + #""b\"\u00e9":{"dtype":"F32","shape":[1],"data_offsets":[16,20]}}  "#
        let numbers: [Float] = [1, 2, 3, 4.5, -0.5]
        var bytes = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) } + Array(header.utf8)
        for number in numbers { withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes += $0 } }
        let weights = try Weights(safetensors: bytes)
        #expect(weights["a/k"] == [1, 2, 3, 4.5])
        #expect(weights["b\"é"] == [-0.5])
        #expect(weights.entries[0].shape == [2, 2])
        let again = try Weights(safetensors: weights.safetensors())
        #expect(again == weights)
    }

    @Test func `every truncation of a file is an error, never a trap`() throws {
        let bytes = try model().weights.safetensors()
        for count in 0..<bytes.count {
            #expect(throws: NetworkError.self) { try Weights(safetensors: Array(bytes[0..<count])) }
        }
        _ = try Weights(safetensors: bytes)
    }

    @Test(
        arguments: [
            "not safetensors at all, only text", #"{"a":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}"#,
            #"{"a":{"dtype":"F32","shape":[9223372036854775807,4],"data_offsets":[0,4]}}"#,
            #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#, #"{"a":{"dtype":"F32"}}"#, "{", "[]",
            #"{"a":1}"#,
            #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} x"#,
            #"{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,4]}}"#,
        ])
    func `foreign bytes are refused with a reason`(_ header: String) {
        let bytes = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) } + Array(header.utf8)
        #expect(throws: NetworkError.self) { try Weights(safetensors: bytes + [0, 0, 0, 0]) }
    }

    @Test func `weights of another model are refused by name and shape, and nothing is changed`() throws {
        let model = try model(), before = try model.weights
        #expect(
            throws: NetworkError.wrongWeights(
                name: "dense_1/kernel", problem: "their shape is [5, 4], the layer's is [5, 3]")
        ) { try model.setWeights(try self.model(units: 4).weights) }
        #expect(throws: NetworkError.wrongWeights(name: "dense/kernel", problem: "they are missing")) {
            try model.setWeights(Weights([]))
        }
        #expect(throws: NetworkError.unreadableFile("/nowhere/w")) { try model.load(from: "/nowhere/w") }
        #expect(throws: NetworkError.unwritableFile("/nowhere/w")) { try model.save(to: "/nowhere/w") }
        #expect(try model.weights == before)
    }
}
