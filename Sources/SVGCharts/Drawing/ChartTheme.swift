/// The style sheet that charts in a page share. A chart is complete without it, in light colours and at one width.
public enum ChartTheme {
    /// The fonts of chart text. `--chart-font` changes them; they should be about as wide as Inter or Arial.
    public static let fontFamily = "var(--chart-font, Inter, Helvetica, Arial, Liberation Sans, sans-serif)"

    /// Declarations of the colour variables for a light page: `--chart-1:#6D8AF3;…`.
    public static var lightVariables: String { declarations { $0.light } }

    /// Declarations of the colour variables for a dark page.
    public static var darkVariables: String { declarations { $0.dark } }

    /// Shows, of the two layouts that `Chart.html(id:)` gives, the one for the width that the chart has.
    public static let layoutRules = """
        .chart{container-type:inline-size}
        .chart>svg{display:block;width:100%;height:auto}
        .chart>.chart-regular{max-width:45rem}
        .chart>.chart-narrow{display:none;max-width:25rem}
        @container (max-width:539px){
        .chart>.chart-regular{display:none}
        .chart>.chart-narrow{display:block}
        }
        @media print{
        .chart>.chart-regular{display:block}
        .chart>.chart-narrow{display:none}
        }

        """

    /// How the control of frames looks: buttons side by side, or the slider that the script makes of them. On paper
    /// the first frame stands without either.
    public static let controlRules = """
        .chart-control{display:flex;flex-wrap:wrap;align-items:center;gap:.3rem;min-width:0;margin:0 0 .75rem;padding:0;\
        border:0;font:.875rem/1.4 var(--chart-font,Inter,Helvetica,Arial,sans-serif)}
        .chart-control[hidden]{display:none}
        .chart-control>:is(legend,label:only-of-type){float:left;padding:0;margin-right:.6rem;font-weight:600}
        fieldset.chart-control>label{position:relative;display:inline-flex;min-width:2rem;min-height:1.75rem}
        fieldset.chart-control input{position:absolute;inset:0;width:100%;height:100%;margin:0;appearance:none;\
        border:1px solid var(--chart-axis);border-radius:4px;cursor:pointer}
        fieldset.chart-control span{z-index:1;margin:auto;padding:0 .5rem;pointer-events:none}
        fieldset.chart-control :checked{background:CanvasText;border-color:CanvasText;forced-color-adjust:none}
        fieldset.chart-control :checked+span{color:Canvas;forced-color-adjust:none}
        div.chart-control input{flex:0 1 20rem;min-width:0;height:1.75rem;margin:0;accent-color:var(--chart-1)}
        .chart-control output{min-width:4ch;font-variant-numeric:tabular-nums}
        .chart-on-paper{display:none}
        @media print{
        .chart-control{display:none}
        .chart-on-paper{display:block}
        .chart-frames .chart-frame{display:none!important}
        .chart-frames .chart-standing{display:inline!important}
        }

        """

    /// All of it, for pages whose root carries `data-theme="light"` or `"dark"` where the reader chose a mode.
    public static var css: String {
        """
        :root{\(lightVariables)}
        @media (prefers-color-scheme:dark){:root:not([data-theme="light"]){\(darkVariables)}}
        :root[data-theme="dark"]{\(darkVariables)}
        @media print{:root:root:root{\(lightVariables)}}
        \(layoutRules)\(controlRules)
        """
    }

    private static func declarations(_ value: (Palette.Token) -> String) -> String {
        Palette.all.map { "\($0.name):\(value($0))" }.joined(separator: ";")
    }
}
