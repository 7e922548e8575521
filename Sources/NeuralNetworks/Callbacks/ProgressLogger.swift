/// Prints a line after each epoch: `epoch 3/10  loss 0.4012  accuracy 0.8554  val_loss 0.3811`.
public final class ProgressLogger: Callback {
    private let write: (String) -> Void

    /// - Parameter write: where lines go; printed unless said otherwise.
    public init(_ write: @escaping (String) -> Void = { print($0) }) { self.write = write }

    public override func onEpochEnd(_ training: Training) throws(NetworkError) {
        var line = "epoch \(training.epoch + 1)/\(training.epochs)"
        for metric in training.metrics {
            if let value = training.value(of: metric) { line += "  \(metric.name) \(fourDigits(value))" }
        }
        write(line)
    }
}

/// A number with four significant digits, as the standard library rounds it.
private func fourDigits(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "\(value)" }
    var scale = 1.0
    while value.magnitude * scale < 1000, scale < 1e300 { scale *= 10 }
    return "\((value * scale).rounded() / scale)"
}
