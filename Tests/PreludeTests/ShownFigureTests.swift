import NotebookEvents
import NotebookRuntime
import Prelude
import SVGCharts
import Testing

/// What a cell hands to its page of a chart.
@Suite struct `A chart that a cell shows` {
    private func figure(_ chart: some Showable) throws -> Figure {
        guard case .figure(let figure) = chart.output(in: Notebook { _ in }) else { throw NoFigure() }
        return figure
    }

    private struct NoFigure: Error {}

    @Test func `has a table that can be read, and a file of all its numbers with all their digits`() throws {
        let chart = Chart(0..<1000) { PointMark(x: .value("x", $0), y: .value("y", Double($0) / 3)) }
        let figure = try figure(chart)
        #expect(figure.data.rows.count == 200 && figure.omittedRows == 800)
        let lines = try #require(figure.csv).split(separator: "\r\n")
        #expect(lines.count == 1001 && lines[0] == "x,y" && lines[2] == "1,0.3333333333333333")
    }

    @Test func `has a file of all frames where the table holds but one`() throws {
        let frames = Frames(control: FrameControl("n", [1, 2])) { n in
            Chart(0..<40) { LineMark(x: .value("x", $0), y: .value("y", $0 * n)) }
        }
        let figure = try figure(frames)
        #expect(figure.data.rows.count == 40)
        let lines = try #require(figure.csv).split(separator: "\r\n")
        #expect(lines.count == 81 && lines[0] == "n,x,y" && lines[80] == "2,39,78")
    }
}
