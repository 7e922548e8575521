import NotebookEvents
import SVGCharts

extension Figure {
    /// A drawing whose page shows `shown` of its numbers, and whose file has all of them.
    init(html: String, summary: String, shown: ChartTable, all: ChartTable) {
        #if hasFeature(Embedded)
            // A live figure's numbers are those that its page shows at the moment.
            let csv: String? = nil
        #else
            let csv = all.csv
        #endif
        self.init(
            html: html, summary: summary, data: Table(columns: shown.columns.map { $0.name }, rows: shown.rows),
            omittedRows: shown.omittedRows, csv: csv)
    }
}
