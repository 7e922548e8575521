public import NotebookEvents

/// A value that knows how it looks on a page.
public protocol Showable {
    /// The value as a page shows it; nil shows nothing.
    func output(in notebook: Notebook) -> Output?
}

/// Shows `value` below the cell, at this point of what the cell shows and prints.
public func show(_ value: some Showable) {
    if let output = value.output(in: .current) { Notebook.current.show(output) }
}

/// More text than this, in characters, is nothing that a page should show.
private let textLimit = 100_000

/// Shows `text` below the cell, as text; of a very long one only the beginning.
public func show(_ text: String) {
    let notice = "\n… (cut: the text has more than \(textLimit / 1000),000 characters)"
    Notebook.current.show(.text(shortened(text, to: textLimit, mark: notice)))
}

/// Shows `table` below the cell.
public func show(_ table: Table) {
    Notebook.current.show(.table(table))
}

/// A cell may end in an expression without a value, such as a call; it shows nothing.
public func show(_ nothing: Void) {}

#if hasFeature(Embedded)
    /// Shows any other value that describes itself.
    @_disfavoredOverload
    public func show(_ value: some CustomStringConvertible) {
        show(value.description)
    }
#else
    /// Shows any other value below the cell, as Swift describes it. Nil shows as `nil`.
    public func show(_ value: some Any) {
        if let showable = value as? any Showable {
            show(showable)
        } else if let table = value as? Table {
            show(table)
        } else {
            show(String(describing: value))
        }
    }
#endif
