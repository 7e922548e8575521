import NotebookEvents

/// What a live cell has on its page besides its outputs: where `live.js` finds the cell, its controls, and a note for
/// readers whose browser runs no scripts.
struct LiveHTML {
    let cell: Cell
    let result: UnitResult
    /// The chapter's name in addresses.
    let slug: String

    /// - Returns: nil where the cell is not live, or was not run.
    init?(_ cell: Cell, _ result: UnitResult?, slug: String) {
        guard let result, cell.options.live != .no, result.status == .ran else { return nil }
        self.cell = cell
        self.result = result
        self.slug = slug
    }

    /// The attributes of the cell's section.
    var attributes: String {
        guard cell.options.live == .yes else { return "" }
        return
            " data-live=\"\(LiveCells.scriptPath(of: slug))\" data-chapter=\"\(slug)\" data-entry=\"\(LiveSource.entryPoint(of: cell))\""
    }

    /// The controls, above what the cell shows. They are hidden where no scripts run.
    var controls: String {
        let inputs = result.controls.enumerated().map { ControlHTML($1, id: "\(cell.id)--control-\($0 + 1)").html }
        guard cell.options.live == .yes else {
            return inputs.isEmpty ? "" : form("Controls of the live figures", inputs)
        }
        return form("Controls", inputs + [tools]) + "\n" + Self.note
    }

    private func form(_ label: String, _ parts: [String]) -> String {
        """
        <form class="live-controls" aria-label="\(label)" autocomplete="off">
        \(parts.joined(separator: "\n"))
        </form>
        """
    }

    private var tools: String {
        let steps = result.animation == nil ? [] : ["run", "step"]
        let names = ["run": "Run", "step": "Step", "reset": "Reset"]
        let buttons = (steps + ["reset"]).map {
            "<button type=\"button\" class=\"button\" data-live-\($0)>\(names[$0] ?? "")</button>"
        }
        return
            "<p class=\"live-tools\">\(buttons.joined(separator: " ")) <span class=\"live-status\" role=\"status\"></span></p>"
    }

    private static let note = """
        <p class="live-note">Where scripts run, this figure has controls. Here it shows their first settings.</p>
        """
}

/// One labeled input.
private struct ControlHTML {
    let control: Control
    let id: String

    init(_ control: Control, id: String) {
        self.control = control
        self.id = id
    }

    var html: String {
        let label = HTML.escape(control.label)
        if case .button = control.kind {
            return "<p class=\"live-control\"><button type=\"button\" class=\"button\" \(name)>\(label)</button></p>"
        }
        let caption = "<label for=\"\(id)\">\(label)</label>"
        if case .toggle = control.kind { return "<p class=\"live-control live-toggle\">\(input) \(caption)</p>" }
        return "<p class=\"live-control\">\(caption) \(input)</p>"
    }

    private var name: String { "data-control=\"\(HTML.escape(control.label))\"" }

    private var input: String {
        switch control.kind {
        case .number(let lower, let upper, let step, let initial):
            range("\(lower)", "\(upper)", "\(step)", "\(initial)")
        case .integer(let lower, let upper, let initial): range("\(lower)", "\(upper)", "1", "\(initial)")
        case .choice(let options, let initial):
            "<select id=\"\(id)\" \(name)>"
                + options.enumerated().map {
                    "<option\($0 == initial ? " selected" : "")>\(HTML.escape($1))</option>"
                }.joined() + "</select>"
        case .toggle(let initial):
            "<input type=\"checkbox\" id=\"\(id)\" \(name)\(initial ? " checked" : "")>"
        case .text(let initial):
            "<input type=\"text\" id=\"\(id)\" \(name) value=\"\(HTML.escape(initial))\" maxlength=\"1000\">"
        case .button: ""
        }
    }

    private func range(_ lower: String, _ upper: String, _ step: String, _ initial: String) -> String {
        let shown = initial.hasSuffix(".0") ? String(initial.dropLast(2)) : initial
        return """
            <input type="range" id="\(id)" \(name) min="\(lower)" max="\(upper)" step="\(step)" value="\(initial)">\
            <output for="\(id)">\(shown.replacing("-", with: "−"))</output>
            """
    }
}

extension UnitResult {
    /// The controls that the unit asked for, each once.
    var controls: [Control] {
        events.reduce(into: []) { controls, event in
            if case .control(let control) = event, !controls.contains(where: { $0.label == control.label }) {
                controls.append(control)
            }
        }
    }

    /// The steps that a reader can watch, if the unit has any.
    var animation: Animation? {
        events.lazy.compactMap { if case .animation(let animation) = $0 { animation } else { nil } }.first
    }
}

extension Execution {
    /// What is wrong with the controls of a chapter: those of cells that are not live do nothing, and those that share a
    /// label are one control, and must agree.
    public func controlProblems(in chapter: Chapter) -> [Problem] {
        var known: [String: (control: Control, line: Int)] = [:]
        var problems: [Problem] = []
        for case (.cell(let cell), let result) in zip(chapter.units, results) {
            for case .control(let control) in result.events {
                if cell.options.live == .no {
                    problems.append(
                        Problem(
                            file: chapter.source.path, location: cell.location, severity: .warning,
                            message: "nobody can change the control '\(control.label)': the cell is not live",
                            fix: "say '//| live: true' at its top, or 'live: shared' if live cells use what it declares"
                        ))
                } else if let first = known[control.label], first.control != control {
                    problems.append(
                        Problem(
                            file: chapter.source.path, location: cell.location,
                            message: "the control '\(control.label)' is another than the one on line \(first.line)",
                            fix: "give both the same values and the same default, or this one another label"))
                } else {
                    known[control.label] = (control, cell.location.line)
                }
            }
        }
        return problems
    }
}
