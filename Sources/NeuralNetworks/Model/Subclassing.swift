#if hasFeature(Embedded)
    /// Why a cell in the browser can have layers and callbacks of its own.
    ///
    /// A module for the browser holds of a class only the methods that it calls itself, be it one that it subclasses: a
    /// layer of a cell's own would lack `kind`, and the model, which calls it, would stop. So the initializer of each
    /// subclass calls them all, as far as the compiler can know.
    enum Subclassing {
        /// What a layer's methods are called with: always nil.
        nonisolated(unsafe) package static var layerArguments: (make: Construction, matrix: Matrix, pass: Pass)?
        /// What a callback's methods are called with: always nil.
        nonisolated(unsafe) package static var training: Training?

        @inline(never)
        static func keepMethods(of layer: Layer) {
            guard let (make, x, pass) = layerArguments else { return }
            _ = (layer.kind, layer.activityRegularizer, layer.isView)
            _ = (layer.finalActivation, layer.canDrop, layer.asDropout)
            _ = try? layer.build([], make)
            layer.forward(x, x, pass)
            layer.backward(x, x, x, nil, pass)
        }

        @inline(never)
        static func keepMethods(of callback: Callback) {
            guard let training else { return }
            do throws(NetworkError) {
                try callback.onTrainBegin(training)
                try callback.onEpochBegin(training)
                try callback.onBatchEnd(training)
                try callback.onEpochEnd(training)
                try callback.onTrainEnd(training)
            } catch {
                _ = callback.stops(at: error, training)
            }
        }
    }
#endif
