import NotebookEvents

#if !hasFeature(Embedded)
    /// Takes a step for each number of `steps`, as the last thing that a cell does. What a step shows takes the place of
    /// what the one before it has shown.
    ///
    ///     animate("Epoch", 1...200) { epoch in
    ///         try model.fit(data, epochs: 1)
    ///         show(Chart(model.history))
    ///     }
    ///
    /// While a page is built, all steps are taken, and the page shows the last. In a live cell, the page shows each as
    /// it is taken, and a reader can pause, take one at a time and begin again.
    public func animate(_ label: String, _ steps: ClosedRange<Int>, _ step: (Int) throws -> Void) rethrows {
        let notebook = Notebook.current
        notebook.begin(Animation(label: label, first: steps.lowerBound, last: steps.upperBound))
        for number in steps {
            notebook.beginStep()
            try step(number)
            notebook.progressed(CellProgress(unit: label, done: number, total: steps.upperBound))
        }
        notebook.endAnimation()
    }
#endif
