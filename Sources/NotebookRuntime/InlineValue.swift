#if !hasFeature(Embedded)
    /// How many characters of an inline value are shown.
    package let inlineValueLimit = 1000

    /// Reports the text of inline expression number `index` of its group. Called by generated code.
    public func inlineValue(_ index: Int, _ value: () throws -> some Any) rethrows {
        reached(index)
        Notebook.current.value(index, shortened(String(describing: try value()), to: inlineValueLimit))
    }
#endif
