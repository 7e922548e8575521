import SVGCharts
import Testing

/// What a chart says of itself: the sentence, the names, the table.
@Suite struct WordsTests {
    private func losses(_ values: [Double], label: String = "Validation loss") -> Chart {
        Chart(Array(values.enumerated())) { LineMark(x: .value("Epoch", $0 + 1), y: .value(label, $1)) }
    }

    @Test(arguments: [
        (
            [0.9, 0.6, 0.45, 0.38, 0.34, 0.32, 0.31, 0.33, 0.38],
            "Validation loss is lowest, 0.31, at epoch 7, then rises to 0.38."
        ),
        ([0.9, 0.2, 0.8, 0.4], "Validation loss is lowest, 0.2, at epoch 2, then ends at 0.4."),
        ([0.5, 0.7, 0.9, 0.8], "Validation loss is highest, 0.9, at epoch 3, then falls to 0.8."),
        ([0.9, 0.5, 0.25], "Validation loss falls from 0.90 at epoch 1 to 0.25 at epoch 3."),
        ([10, 20, 30], "Validation loss rises from 10 at epoch 1 to 30 at epoch 3."),
        ([2, 2, 2], "Validation loss is 2 throughout."),
        ([2], "Validation loss is 2 at epoch 1."),
        ([.nan, .infinity], "It has no data."),
        ([], "It has no data."),
    ])
    func `the sentence says where a line turns and where it ends`(_ values: [Double], _ sentence: String) {
        #expect(losses(values).summary == sentence)
    }

    @Test func `each of several lines has its clause, with as many decimals in all`() {
        let chart = Chart {
            for (name, values) in [("training", [0.8, 0.9]), ("validation", [0.82, 0.8512])] {
                for (epoch, value) in values.enumerated() {
                    LineMark(x: .value("Epoch", epoch), y: .value("Accuracy", value))
                        .foregroundStyle(by: .value("Data", name))
                }
            }
        }
        #expect(
            chart.summary
                == "Training: accuracy rises from 0.800 at epoch 0 to 0.900 at epoch 1; "
                + "validation: accuracy rises from 0.820 at epoch 0 to 0.851 at epoch 1.")
    }

    @Test func `what rounding leaves of a zero is one`() {
        let chart = Chart([(-0.5, 1), (3.79e-17, 3), (0.5, 2)]) { LineMark(x: .value("x", $0.0), y: .value("y", $0.1)) }
        #expect(chart.summary == "y is highest, 3, at x 0, then falls to 2.")
    }

    @Test func `bars are compared`() {
        let bars = Chart([("ridge", 0.492), ("lasso", 0.479)]) {
            BarMark(x: .value("Method", $0.0), y: .value("Test error", $0.1))
        }
        #expect(bars.summary == "Test error is largest, 0.492, for ridge and smallest, 0.479, for lasso.")
    }

    @Test(arguments: [
        // numpy.corrcoef(range(n), values)[0, 1]. Of five points, 0.8 is less than three of its standard errors.
        ([1, 3, 2, 5, 4], "5 points, y from 1 to 5."),
        ([1, 3, 2, 5, 4, 6, 8, 7, 9, 10], "10 points, y from 1 to 10; y tends to rise with x (r = 0.96)."),
        ([3, 1, 2, 3, 1, 2], "6 points, y from 1 to 3, with little linear relation to x (r = −0.24)."),
    ])
    func `points are correlated where there are enough of them to tell`(_ values: [Int], _ sentence: String) {
        let points = Chart(Array(values.enumerated())) { PointMark(x: .value("x", $0), y: .value("y", $1)) }
        #expect(points.summary == sentence)
    }

    @Test func `small values are not rounded away on a logarithmic axis`() {
        let chart = Chart([0.0002, 3, 40]) { LineMark(x: .value("λ", $0), y: .value("Error", $0)) }
        #expect(chart.summary == "Error rises from 0.0 at λ 0.0002 to 40.0 at λ 40.")
        #expect(chart.chartYScale(type: .log).summary == "Error rises from 0.0002 at λ 0.0002 to 40 at λ 40.")
    }

    @Test func `the picture is named by the label, else the title, else what it shows`() {
        let chart = losses([1, 2])
        #expect(
            chart.svg(id: "a").contains("<title id=\"a-title\">Line chart of validation loss against epoch</title>"))
        #expect(chart.chartTitle("T").svg(id: "a").contains("<title id=\"a-title\">T</title>"))
        #expect(chart.chartTitle("T").accessibilityLabel("L").svg(id: "a").contains("<title id=\"a-title\">L</title>"))
    }

    @Test func `series become columns and x becomes rows`() {
        let table = AccuracyCurves.chart.table
        #expect(
            table.columns.map(\.name) == [
                "Epoch", "without dropout, training", "without dropout, validation", "with dropout, training",
                "with dropout, validation",
            ])
        #expect(table.columns.allSatisfy { $0.isNumeric })
        #expect(table.rows.count == 10)
        #expect(table.rows[9] == ["10", "0.9136", "0.8829", "0.8496", "0.8712"])
    }

    @Test func `a missing value is an empty cell`() {
        let table = losses([0.5, .nan, 1.0 / 3]).table
        #expect(table.rows == [["1", "0.5"], ["2", ""], ["3", "0.3333"]])
        #expect(table.csv == "Epoch,Validation loss\r\n1,0.5\r\n2,\r\n3,0.3333333333333333\r\n")
    }

    @Test func `marks that share an x are rows of their own`() {
        let chart = Chart([("a, b", 1.0, 2.0), ("c", 1.0, 3.0)]) {
            PointMark(x: .value("x", $0.1), y: .value("y", $0.2)).foregroundStyle(.secondary)
                .symbol(by: .value("Say \"class\"", $0.0))
        }
        #expect(chart.table.columns.map(\.name) == ["x", "a, b", "c"])
        let same = Chart([2.0, 3]) { PointMark(x: .value("x", 1), y: .value("y, z", $0)) }
        #expect(same.table.csv == "x,\"y, z\"\r\n1,2\r\n1,3\r\n")
        let ribbon = Chart(0..<1) { AreaMark(x: .value("x", $0), yStart: .value("y", 1), yEnd: .value("y", 2)) }
        #expect(ribbon.table.columns.map(\.name) == ["x", "y from", "y to"])
    }

    @Test func `an interval has columns of its own beside its line`() {
        let chart = Chart(1...2) { epoch in
            AreaMark(x: .value("Epoch", epoch), yStart: .value("Lower", 0), yEnd: .value("Upper", 2))
                .foregroundStyle(by: .value("Data", "validation"))
            LineMark(x: .value("Epoch", epoch), y: .value("Loss", 1)).foregroundStyle(by: .value("Data", "validation"))
        }
        #expect(chart.table.columns.map(\.name) == ["Epoch", "validation, Lower", "validation, Upper", "validation"])
        #expect(chart.table.rows == [["1", "0", "2", "1"], ["2", "0", "2", "1"]])
    }

    @Test func `points are compared by name on either axis`() {
        let chart = Chart([("ridge", 0.4), ("lasso", 0.3)]) {
            PointMark(x: .value("Error", $0.1), y: .value("Model", $0.0))
        }
        #expect(chart.summary == "Error is largest, 0.4, for ridge and smallest, 0.3, for lasso.")
    }

    @Test func `marks that say nothing by themselves need a label`() {
        let rule = Chart { RuleMark(y: .value("Limit", 1)) }
        #expect(rule.summary == "" && rule.alternativeText == "")
        #expect(rule.accessibilityLabel("The limit is 1.").alternativeText == "The limit is 1.")
        #expect(losses([1, 2]).accessibilityLabel("L").alternativeText == losses([1, 2]).summary)
        #expect(Chart {}.alternativeText == "It has no data.")
    }

    @Test func `symbols stay as they are at the beginning of a sentence`() {
        let chart = Chart([1, 2]) { LineMark(x: .value("x", $0), y: .value("β", $0)) }
        #expect(chart.summary == "β rises from 1 at x 1 to 2 at x 2.")
    }
}
