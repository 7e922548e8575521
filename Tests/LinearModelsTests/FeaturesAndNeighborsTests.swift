import LinearModels
import Testing

struct FeaturesAndNeighborsTests {
    @Test func `products of three features agree with scikit-learn, in its order`() throws {
        let recording = try Recording.named("polynomial")
        let x = try #require(try recording.inputs["x"]?.matrix)
        let features = try PolynomialFeatures(degree: 3).apply(x)
        #expect([features.rows, features.columns] == recording.expected["features"]?.shape)
        #expect(distance(features.elements, recording.expected("features")) < 1e-15)
    }

    @Test func `powers of one feature are in order`() throws {
        #expect(try PolynomialFeatures(degree: 3).apply([2, -1]) == DesignMatrix(rows: [[2, 4, 8], [-1, 1, -1]]))
        #expect(try PolynomialFeatures(degree: 2).powers(of: 2) == [[1, 0], [0, 1], [2, 0], [1, 1], [0, 2]])
        let mapped = try PolynomialFeatures(degree: 2, mapping: 0...4).apply([0, 1, 4])
        #expect(mapped == (try DesignMatrix(rows: [[-1, 1], [-0.5, 0.25], [1, 1]])))
    }

    @Test func `the condition numbers that the documentation states are NumPy's`() throws {
        let recording = try Recording.named("conditions")
        let x = recording.input("x")
        for (interval, expected) in zip([nil, 0.0...1.0], recording.expected("conditionNumbers")) {
            let powers = try PolynomialFeatures(degree: 9, mapping: interval).apply(x)
            let unit = try Standardizer(fitting: powers).apply(powers)
            #expect((try unit.conditionNumber() / expected - 1).magnitude < 1e-6)
        }
        #expect(
            recording.expected("conditionNumbers").map { rounded($0, -2) } == [2_166_994, 881].map { rounded($0, -2) })
    }

    @Test func `singular values are NumPy's`() throws {
        let recording = try Recording.named("singular values")
        for name in ["wide", "tall"] {
            let matrix = try #require(try recording.inputs[name]?.matrix)
            #expect(distance(try matrix.singularValues(), recording.expected(name)) < 1e-13)
        }
        let tall = try #require(try recording.inputs["tall"]?.matrix)
        #expect((try tall.conditionNumber() - recording.expected("conditionOfTall")[0]).magnitude < 1e-12)
        #expect(try DesignMatrix(rows: [[1, 2], [2, 4], [3, 6]]).conditionNumber() > 1e15)
        #expect(try DesignMatrix(rows: [[1, 2, 3]]).conditionNumber() == .infinity)
    }

    @Test func `neighbors agree with scikit-learn`() throws {
        let recording = try Recording.named("neighbors")
        let x = try #require(try recording.inputs["x"]?.matrix)
        let queries = try #require(try recording.inputs["queries"]?.matrix)
        let five = try KNearestNeighbors(x, recording.input("y"), k: 5)
        #expect(distance(try five.predict(queries), recording.expected("predictions")) < 1e-14)
        #expect(try five.neighbors(queries).flatMap { $0.map(Double.init) } == recording.expected("nearest"))
        let one = try KNearestNeighbors(x, recording.input("labels"), k: 1)
        #expect(try one.classify(queries) == recording.expected("classes"))
    }

    @Test func `a vote takes the most frequent label, and the nearest of equals`() throws {
        let x = DesignMatrix(column: [0, 1, 2, 3, 10])
        let model = try KNearestNeighbors(x, [7, 8, 8, 9, 7], k: 3)
        #expect(try model.classify(DesignMatrix(column: [0])) == [8])
        let tied = try KNearestNeighbors(x, [7, 8, 9, 9, 7], k: 3)
        #expect(try tied.classify(DesignMatrix(column: [-1])) == [7])
        #expect(try tied.neighbors(DesignMatrix(column: [1.5])) == [[1, 2, 0]])
    }

    @Test func `all rows as neighbors predict the mean`() throws {
        let model = try KNearestNeighbors(DesignMatrix(column: [1, 2, 3]), [1, 2, 6], k: 3)
        #expect(try model.predict(DesignMatrix(column: [-100, 100])) == [3, 3])
    }

    @Test func `standardized features have mean 0 and deviation 1 by either divisor`() throws {
        let x = try DesignMatrix(rows: [[1, 5, 1e6], [2, 5, 1e6 + 1], [6, 5, 1e6 + 2]])
        for degrees in [0, 1] {
            let scaled = try Standardizer(fitting: x, degreesOfFreedom: degrees).apply(x)
            for column in [0, 2] {
                let values = scaled.column(column)
                #expect(values.reduce(0, +).magnitude < 1e-12)
                let squares = values.reduce(0) { $0 + $1 * $1 }
                #expect((squares - Double(3 - degrees)).magnitude < 1e-12)
            }
            #expect(scaled.column(1) == [0, 0, 0])
        }
    }

    @Test func `matrices select, transpose and multiply`() throws {
        let a = try DesignMatrix(rows: [[1, 2], [3, 4], [5, 6]])
        #expect(a.transposed == (try DesignMatrix(rows: [[1, 3, 5], [2, 4, 6]])))
        #expect(a.row(1) == [3, 4])
        #expect(a.column(1) == [2, 4, 6])
        #expect(a.selecting(rows: [2, 0, 2]) == (try DesignMatrix(rows: [[5, 6], [1, 2], [5, 6]])))
        #expect(a.selecting(columns: [1]) == DesignMatrix(column: [2, 4, 6]))
        #expect(try a.transposed.times(a) == DesignMatrix(rows: [[35, 44], [44, 56]]))
        #expect(try a.times([1, -1]) == [-1, -1, -1])
        var changed = a
        changed[2, 1] = 9
        #expect(changed.elements == [1, 2, 3, 4, 5, 9])
    }
}
