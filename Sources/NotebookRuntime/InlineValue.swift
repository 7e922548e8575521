/// How many characters of an inline value are shown.
package let inlineValueLimit = 1000

#if hasFeature(Embedded)
    /// Tells the page the text of expression number `index` in the cell's captions. Called by generated code.
    public func inlineValue(_ index: Int, _ value: () -> some CustomStringConvertible) {
        Notebook.current.value(index, shortened(value().description, to: inlineValueLimit))
    }
#else
    /// Reports the text of inline expression number `index` of its group. Called by generated code.
    public func inlineValue(_ index: Int, _ value: () throws -> some Any) rethrows {
        reached(index)
        Notebook.current.value(index, shortened(String(describing: try value()), to: inlineValueLimit))
    }
#endif
