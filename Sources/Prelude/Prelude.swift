// All that a cell sees without an import of its own.
@_exported public import LinearModels
@_exported public import NeuralNetworks
@_exported public import NotebookEvents
@_exported public import NotebookRuntime
@_exported public import SVGCharts

// A cell in the browser has no files.
#if !hasFeature(Embedded)
    @_exported public import Datasets
#endif

/// The parameters that the course was built with; the cell host sets them before the first cell runs.
nonisolated(unsafe) package(set) public var params = Parameters([:])

#if hasFeature(Embedded)
    /// Gives a cell in the browser the parameters that the course was built with. Called by generated code.
    public func setParameters(_ values: [String: String]) {
        params = Parameters(values)
    }
#endif
