// What a cell that was compiled for the browser and its page say to each other. The page's side is the worker in
// `live.js`, which gives the module these functions and calls those below.
#if hasFeature(Embedded)
    import NotebookEvents

    @_extern(wasm, module: "page", name: "send")
    private func pageSend(_ kind: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int32)

    @_extern(wasm, module: "page", name: "number")
    private func pageNumber(_ label: UnsafePointer<UInt8>?, _ count: Int32) -> Double

    @_extern(wasm, module: "page", name: "textLength")
    private func pageTextLength(_ label: UnsafePointer<UInt8>?, _ count: Int32) -> Int32

    @_extern(wasm, module: "page", name: "text")
    private func pageText(_ bytes: UnsafeMutablePointer<UInt8>?)

    /// The page that runs the cell.
    enum Browser {
        /// What a message is, as the worker knows it.
        enum Kind: Int32 {
            case figure = 1, summary, data, text, table, printed, animation, control, value
        }

        nonisolated(unsafe) static var step: ((Int) -> Void)?

        static func send(_ kind: Kind, _ text: String) {
            var text = text
            text.withUTF8 { pageSend(kind.rawValue, $0.baseAddress, Int32($0.count)) }
        }

        /// The value that the page has for a control; nil where nobody has changed it.
        static func entry(_ control: Control) -> Entry? {
            var label = control.label
            guard case .text = control.kind else {
                let number = label.withUTF8 { pageNumber($0.baseAddress, Int32($0.count)) }
                return number.isNaN ? nil : .number(number)
            }
            let length = label.withUTF8 { pageTextLength($0.baseAddress, Int32($0.count)) }
            guard length >= 0 else { return nil }
            let bytes = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
                pageText(buffer.baseAddress)
                count = Int(length)
            }
            return .text(String(decoding: bytes, as: UTF8.self))
        }

        static func receive(_ event: Event) {
            switch event {
            case .output(.text(let text), _): send(.text, text)
            case .output(.table(let table), _): send(.table, flat(table))
            case .output(.figure(let figure), _):
                send(.summary, figure.summary)
                send(.data, flat(figure.data))
                send(.figure, figure.html)
            case .animation(let steps): send(.animation, "\(steps.label)\u{1F}\(steps.first)\u{1F}\(steps.last)")
            case .control(let control): send(.control, control.label)
            case .value(let index, let text): send(.value, "\(index)\u{1F}\(text)")
            default: break
            }
        }

        /// A table as text: U+001E between its rows, the first of which has the columns' heads, U+001F between cells.
        private static func flat(_ table: Table) -> String {
            var text = table.columns.joined(separator: "\u{1F}")
            for row in table.rows { text += "\u{1E}" + row.joined(separator: "\u{1F}") }
            return text
        }
    }

    /// Makes the page the notebook's reader. The worker calls this once, before any cell.
    @_cdecl("weft_begin")
    public func beginInBrowser() {
        Notebook.current = Notebook(report: Browser.receive, entered: Browser.entry)
    }

    /// Takes one step of the cell's animation.
    @_cdecl("weft_step")
    public func stepInBrowser(_ number: Int32) {
        Browser.step?(Int(number))
    }

    /// Hands the steps to the page, which takes them one at a time.
    public func animate(_ label: String, _ steps: ClosedRange<Int>, _ step: @escaping (Int) -> Void) {
        guard Browser.step == nil else { fatalError("a cell can have one 'animate'") }
        Browser.step = step
        Browser.receive(.animation(Animation(label: label, first: steps.lowerBound, last: steps.upperBound)))
    }

    /// What printing comes down to.
    @_cdecl("putchar")
    public func putchar(_ character: Int32) -> Int32 {
        var byte = UInt8(truncatingIfNeeded: character)
        pageSend(Browser.Kind.printed.rawValue, &byte, 1)
        return character
    }

    /// What the C library calls where its own bookkeeping is broken; its version would bring in files.
    @_cdecl("__assert_fail")
    public func assertionFailed(
        _ expression: UnsafePointer<CChar>?, _ file: UnsafePointer<CChar>?, _ line: Int32,
        _ function: UnsafePointer<CChar>?
    ) {
        fatalError("the memory of the cell is damaged")
    }

    /// The line of the cell that it reached last, counted from 1: where it stopped, if it did.
    @_cdecl("weft_place")
    public func placeInBrowser() -> Int32 { Int32(Notebook.current.place.pointee) }
#endif
