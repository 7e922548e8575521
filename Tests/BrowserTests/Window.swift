/// How a page is looked at.
struct Window: CustomStringConvertible, Sendable {
    var width: Int
    var isDark = false
    var medium = "screen"
    var reducesMotion = false

    var description: String { "\(width) px\(isDark ? ", dark" : "")\(medium == "screen" ? "" : ", \(medium)")" }

    /// The widths, in px, of a phone and of a desk.
    static let widths = [360, 1280]
}

extension Browser {
    /// Looks at pages as `window` says, from now on.
    func look(through window: Window) async throws {
        try await devTools(
            "Emulation.setDeviceMetricsOverride",
            ["width": window.width, "height": 900, "deviceScaleFactor": 1, "mobile": false])
        let features = [
            ["name": "prefers-color-scheme", "value": window.isDark ? "dark" : "light"],
            ["name": "prefers-reduced-motion", "value": window.reducesMotion ? "reduce" : "no-preference"],
        ]
        try await devTools("Emulation.setEmulatedMedia", ["media": window.medium, "features": features])
    }

    /// Whether the scripts of pages that are opened from now on run.
    func runScripts(_ isOn: Bool) async throws {
        try await devTools("Emulation.setScriptExecutionDisabled", ["value": !isOn])
    }
}
