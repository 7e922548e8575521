extension ChartTheme {
    /// Shows, of the two layouts that `Chart.html(id:)` gives, the one for the width that the chart has. Strokes keep
    /// their width in the one that takes over the other's lines.
    public static let layoutRules = """
        .chart{container-type:inline-size}
        .chart>svg{display:block;width:100%;height:auto}
        .chart-line,.chart-contour{vector-effect:non-scaling-stroke}
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
    /// the first frame stands without either. `--chart-accent` colors the slider.
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
        div.chart-control input{flex:1 1 6rem;min-width:0;max-width:20rem;height:1.75rem;margin:0;accent-color:var(--chart-accent,auto)}
        .chart-control output{min-width:4ch;font-variant-numeric:tabular-nums}
        .chart-on-paper{display:none}
        @media print{
        .chart-control{display:none}
        .chart-on-paper{display:block}
        .chart-frames .chart-frame{display:none!important}
        .chart-frames .chart-standing{display:inline!important}
        }

        """

    /// How it looks when a script reads values out of a chart.
    public static let readingRules = """
        .chart{position:relative}
        .chart-tip{position:absolute;z-index:2;display:grid;gap:.1rem;padding:.4rem .65rem;pointer-events:none;\
        border:1px solid var(--chart-axis);border-radius:6px;background:var(--chart-background);white-space:nowrap;\
        box-shadow:0 3px 14px rgb(0 0 0/.16);font:.8125rem/1.45 var(--chart-font,Inter,Helvetica,Arial,sans-serif)}
        .chart-tip[hidden]{display:none}
        .chart-tip i{display:inline-block;width:.6rem;height:.6rem;margin-right:.45rem;border-radius:2px}
        .chart-tip strong{float:right;margin-left:1rem;font-variant-numeric:tabular-nums}
        .chart-cursor{fill:none;stroke:currentColor;stroke-width:1.5;pointer-events:none}
        .chart-key[role]{cursor:pointer}
        .chart-off{opacity:.06}
        .chart-key.chart-off{opacity:.5;text-decoration:line-through}
        .chart-speech{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}
        .chart-tools{display:flex;flex-wrap:wrap;gap:.5rem;margin:.6rem 0 0}
        @media print{.chart-tip,.chart-tools,.chart-cursor{display:none}}

        """
}
