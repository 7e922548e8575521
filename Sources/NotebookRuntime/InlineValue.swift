#if !hasFeature(Embedded)
    /// Reports the text of inline expression number `index` of its group. Called by generated code.
    public func inlineValue(_ index: Int, _ value: () throws -> some Any) rethrows {
        reached(index)
        Notebook.current.value(index, shortened(String(describing: try value()), to: 1000))
    }
#endif
