/// The style sheet that charts in a page share. A chart is complete without it, in light colours and at one width.
public enum ChartTheme {
    /// The fonts of chart text. `--chart-font` changes them; they should be about as wide as Inter or Arial.
    public static let fontFamily = "var(--chart-font, Inter, Helvetica, Arial, Liberation Sans, sans-serif)"

    /// Declarations of the colour variables for a light page: `--chart-1:#6D8AF3;…`.
    public static var lightVariables: String { declarations { $0.light } }

    /// Declarations of the colour variables for a dark page.
    public static var darkVariables: String { declarations { $0.dark } }

    /// All of it, for pages whose root carries `data-theme="light"` or `"dark"` where the reader chose a mode.
    public static var css: String {
        """
        :root{\(lightVariables)}
        @media (prefers-color-scheme:dark){:root:not([data-theme="light"]){\(darkVariables)}}
        :root[data-theme="dark"]{\(darkVariables)}
        @media print{:root:root:root{\(lightVariables)}}
        \(layoutRules)\(controlRules)\(readingRules)
        """
    }

    private static func declarations(_ value: (Palette.Token) -> String) -> String {
        Palette.all.map { "\($0.name):\(value($0))" }.joined(separator: ";")
    }
}
