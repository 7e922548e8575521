extension Dataset: Showable {
    /// One line: how many examples there are, of which shape.
    public func output(in notebook: Notebook) -> Output? { .text(line) }

    var line: String {
        let classes = classNames.isEmpty ? "" : ", \(classNames.count) classes"
        return "\(count.grouped) examples of shape \(shape)\(classes)"
    }
}

#if !hasFeature(Embedded)
    extension ImageDataset: Showable {
        /// Three lines: the name, and what there is to train and to test with.
        public func output(in notebook: Notebook) -> Output? {
            .text("\(name)\ntrain: \(train.line)\ntest: \(test.line)")
        }
    }
#endif
