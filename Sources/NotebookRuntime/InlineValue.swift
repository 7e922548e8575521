#if hasFeature(Embedded)
    /// Tells the page the text of expression number `index` in the cell's captions. Called by generated code.
    public func inlineValue(_ index: Int, _ value: () -> some CustomStringConvertible) {
        Notebook.current.value(index, shortened(value().description, to: 1000))
    }
#else
    /// Reports the text of inline expression number `index` of its group. Called by generated code.
    public func inlineValue(_ index: Int, _ value: () throws -> some Any) rethrows {
        reached(index)
        Notebook.current.value(index, shortened(String(describing: try value()), to: 1000))
    }
#endif
