/// What else to do while a model trains: subclass it and override what you need.
///
/// Each method receives the running ``Training``, through which it sees what was measured, changes the learning rate or
/// stops.
open class Callback {
    #if hasFeature(Embedded)
        /// A callback that does nothing.
        @inline(__always)
        public init() { Subclassing.keepMethods(of: self) }
    #else
        /// A callback that does nothing.
        public init() {}
    #endif

    /// Before the first epoch: the place to check settings.
    open func onTrainBegin(_ training: Training) throws(NetworkError) {}

    /// Before each epoch.
    open func onEpochBegin(_ training: Training) throws(NetworkError) {}

    /// After each training step.
    open func onBatchEnd(_ training: Training) throws(NetworkError) {}

    /// After each epoch and its validation.
    open func onEpochEnd(_ training: Training) throws(NetworkError) {}

    /// After the last epoch.
    open func onTrainEnd(_ training: Training) throws(NetworkError) {}

    /// Whether training should end quietly where it would throw this error.
    open func stops(at error: NetworkError, _ training: Training) -> Bool { false }
}
