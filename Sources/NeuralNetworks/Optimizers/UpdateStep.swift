/// One optimizer step in numbers: what the kernel that does penalty, clipping, decay and update in one pass needs.
package struct UpdateStep: Equatable {
    package enum Rule { case sgd, rmsprop, adam }

    var rule: Rule
    var nesterov = false
    /// The learning rate, for Adam with both bias corrections.
    var rate: Double
    var momentum = 0.0
    var decay = 0.0
    var epsilon = 0.0
    /// 1 − learning rate × weight decay.
    var shrink = 1.0
    var l1 = 0.0
    var l2 = 0.0
    var threshold = 0.0
    var proximal = 0.0
    var clip = Double.infinity
    var scale = 1.0
}
