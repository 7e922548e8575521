/// The end of a network in one run: the loss, joined with the final activation where the two are one operation.
package struct Head {
    package let loss: Loss
    /// What the last layer left to the loss, or linear.
    package let activation: ActivationFunction

    /// Whether the loss works on logits and labels directly.
    package var isFusedSoftmax: Bool { activation == .softmax }

    /// Joins the loss with the last layer's activation if it can be; the layer must then leave it out.
    package init(loss: Loss, last: Layer) {
        self.loss = loss
        let final = last.finalActivation
        let joins =
            (final == .softmax && loss.isCategorical) || (final == .sigmoid && loss.kind == .binaryCrossentropy)
        activation = joins && last.activityRegularizer == nil ? final : .linear
    }

    /// Losses and ranks of a batch, and in `gradient` the share 1 / `rows` of each example's gradient.
    ///
    /// - Parameters:
    ///   - output: `[rows, outputs]`, logits where the activation was joined.
    ///   - batch: the targets, and where to put losses, `[1, rows]`.
    package func measure(_ output: Matrix, _ batch: Batch, gradient: Matrix, kernels: Kernels) {
        let share = 1 / Float(output.rows), smoothing = Float(loss.labelSmoothing)
        if isFusedSoftmax, batch.isLabelled {
            kernels.softmaxCrossEntropy(
                logits: output, labels: batch.labels, smoothing: smoothing, share: share, losses: batch.losses,
                ranks: batch.ranks, gradient: gradient)
        } else if isFusedSoftmax {
            // Probabilities as targets: from the softmax, back through it.
            let probabilities = batch.probabilities.prefix(output.rows)
            kernels.activate(.softmax, output, into: probabilities)
            measure(probabilities, batch, share: share, gradient: gradient, kernels: kernels)
            kernels.activateBack(.softmax, x: output, y: probabilities, dy: gradient, into: gradient)
        } else {
            measure(output, batch, share: share, gradient: gradient, kernels: kernels)
        }
    }

    private func measure(_ y: Matrix, _ batch: Batch, share: Float, gradient: Matrix, kernels: Kernels) {
        kernels.loss(
            loss.kind, fromLogits: activation == .sigmoid, delta: Float(loss.delta),
            smoothing: Float(loss.labelSmoothing), y, targets: batch.targets, share: share, losses: batch.losses,
            gradient: gradient)
    }
}
