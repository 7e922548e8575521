/// Says that the cell has come to place `number`, from which an error may leave it. Called by generated code.
public func reached(_ number: Int) {
    Notebook.current.reached(number)
}
