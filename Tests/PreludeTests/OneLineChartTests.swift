import LinearModels
import NeuralNetworks
import Prelude
import SVGCharts
import Testing

/// What the libraries give charts itself in one line.
@Suite struct `A value's own chart` {
    private static func history(_ loss: [Double], validation: [Double] = []) -> History {
        var history = History()
        for value in loss { history.record(value, for: .loss) }
        for value in validation { history.record(value, for: .validationLoss) }
        return history
    }

    @Test func `of a history has a line for training and one for validation`() {
        let chart = Chart(Self.history([0.9, 0.5], validation: [0.8, 0.7]))
        #expect(chart.table.columns.map(\.name) == ["Epoch", "training", "validation"])
        #expect(chart.table.rows == [["1", "0.9", "0.8"], ["2", "0.5", "0.7"]])
        #expect(chart.svg(id: "a") == Self.history([0.9, 0.5], validation: [0.8, 0.7]).chart.svg(id: "a"))
    }

    @Test func `of a history without validation, or of validation alone, is one line`() {
        #expect(Chart(Self.history([0.9, 0.5])).table.columns.map(\.name) == ["Epoch", "Loss"])
        let alone = Chart(Self.history([0.9, 0.5], validation: [0.8, 0.7]), metric: .validationLoss)
        #expect(alone.summary == "Loss falls from 0.8 at epoch 1 to 0.7 at epoch 2.")
    }

    @Test func `of an empty history has no data`() {
        #expect(Chart(History()).summary == "It has no data.")
    }

    @Test func `of several histories tells models by colour and data by dash`() {
        let chart = Chart([
            "plain": Self.history([0.9, 0.5], validation: [0.8, 0.7]),
            "with dropout": Self.history([1, 0.6], validation: [0.8, 0.6]),
        ])
        #expect(
            chart.table.columns.map(\.name) == [
                "Epoch", "plain, training", "plain, validation", "with dropout, training", "with dropout, validation",
            ])
    }

    @Test func `of a metric that was not measured ends the program`() async {
        await #expect(processExitsWith: .failure) { _ = Chart(Self.history([1]), metric: .accuracy) }
    }

    @Test func `of trials has means and their 95 percent limits`() throws {
        let trials = Trials(seeds: 1...3, threads: 1) { seed in Self.history([Double(seed), 1]) }
        let table = Chart(trials).table
        #expect(table.columns.map(\.name) == ["Epoch", "Lower 95% limit", "Upper 95% limit", "Loss"])
        // Student's t of 2 degrees of freedom, 4.3027, times 1 / √3.
        #expect(table.rows[0] == ["1", "−0.4842", "4.484", "2"])
        #expect(table.rows[1] == ["2", "1", "1", "1"])
    }

    @Test func `of a single trial has a line without a ribbon`() {
        let chart = Chart(Trials(seeds: [1], threads: 1) { _ in Self.history([2, 1]) })
        #expect(chart.table.rows[0] == ["1", "", "", "2"])
        #expect(chart.summary == "Loss falls from 2 at epoch 1 to 1 at epoch 2.")
    }

    @Test func `of a sweep is over its values, numbers joined by a line and names not`() {
        let rates = Sweep(over: [0, 0.5], seeds: 1...2, threads: 1) { rate, seed in Self.history([rate + Double(seed)])
        }
        #expect(
            Chart(rates, over: "Rate", metric: .loss).summary == "Loss rises from 1.5 at rate 0 to 2.0 at rate 0.5.")
        let names = Sweep(over: ["SGD", "Adam"], seeds: 1...2, threads: 1) { name, _ in
            Self.history([name == "SGD" ? 2 : 1])
        }
        #expect(
            Chart(names, over: "Optimizer", metric: .loss).summary
                == "Loss is largest, 2, for SGD and smallest, 1, for Adam.")
    }

    @Test func `of spreads compares them by name`() {
        let chart = Chart(["plain": Spread([0.8, 0.9]), "dropout": Spread([0.9, 1])], label: "Accuracy")
        #expect(chart.summary == "Accuracy is largest, 0.95, for dropout and smallest, 0.85, for plain.")
    }

    @Test func `of a path has a line for each coefficient, the strongest penalty on the left`() throws {
        let design = try DesignMatrix(rows: [[1, 0], [-1, 0], [0, 1], [0, -1]])
        let path = try LinearModel.ridgePath(design, [2, -2, -1, 1], lambdas: [10, 1])
        #expect(Chart(path).table.columns.map(\.name) == ["λ", "β₁", "β₂"])
        #expect(Chart(path, names: ["age", "size"]).table.columns.map(\.name) == ["λ", "age", "size"])
        // Ridge shrinks each of two orthogonal columns of squared length 2 by 2 / (2 + λ).
        #expect(Chart(path, names: ["age", "size"]).table.rows[1] == ["1", "1.333", "−0.6667"])
    }

    @Test func `of a confusion matrix has a cell for each pair of classes`() throws {
        let matrix = try ConfusionMatrix(labels: [0, 0, 1], predictions: [0, 1, 1], classNames: ["cat", "dog"])
        let table = Chart(matrix).table
        #expect(table.rows.count == 4)
        #expect(Chart(matrix).summary.hasPrefix("Number of examples is largest, 1, for predicted cat, label cat"))
    }

    @Test func `of weights shows units as images, with gaps between them`() throws {
        let weights = Weights([
            Weights.Entry(name: "dense/kernel", shape: [4, 2], values: [1, 5, 2, 6, 3, 7, 4, 8])
        ])
        let chart = Chart(weights, layer: "dense", shape: [2, 2], units: 0..<2)
        #expect(chart.summary == "Weight from 1 to 8, on 8 cells.")
        let svg = chart.svg(id: "a")
        #expect(svg.contains("chart-raster"))
    }

    @Test func `of weights that are not there ends the program`() async {
        await #expect(processExitsWith: .failure) {
            _ = Chart(Weights([]), layer: "dense", shape: [2, 2], units: 0..<2)
        }
    }
}
