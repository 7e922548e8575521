import LinearModels
import Testing

/// Splits, folds, and what cross-validation chooses.
struct SelectionTests {
    static func choice(_ errors: [Double], _ standardError: Double, _ simpler: CrossValidation.Simpler) throws
        -> CrossValidation
    {
        try CrossValidation(
            parameters: errors.indices.map { Double($0 + 1) },
            errors: errors.map { Estimate(mean: $0, standardError: standardError) }, simpler: simpler)
    }

    @Test(arguments: [
        // The exercise: λ-ordered .30 .22 .20 .205 .24 with standard error .01.
        (errors: [0.30, 0.22, 0.20, 0.205, 0.24], standardError: 0.01, larger: true, best: 2, chosen: 3),
        (errors: [0.30, 0.22, 0.20, 0.205, 0.24], standardError: 0.01, larger: false, best: 2, chosen: 2),
        (errors: [0.30, 0.22, 0.20, 0.205, 0.24], standardError: 0.02, larger: false, best: 2, chosen: 1),
        (errors: [0.30, 0.22, 0.20, 0.205, 0.24], standardError: 0, larger: true, best: 2, chosen: 2),
        (errors: [0.30, 0.22, 0.20, 0.205, 0.24], standardError: 1, larger: true, best: 2, chosen: 4),
        (errors: [0.5, 0.25, 0.25, 0.5], standardError: 0, larger: true, best: 2, chosen: 2),
        (errors: [0.5, 0.25, 0.25, 0.5], standardError: 0, larger: false, best: 1, chosen: 1),
    ])
    func `the one-standard-error rule takes the simplest candidate within one of the best`(
        errors: [Double], standardError: Double, larger: Bool, best: Int, chosen: Int
    ) throws {
        let choice = try Self.choice(errors, standardError, larger ? .larger : .smaller)
        #expect(choice.bestIndex == best)
        #expect(choice.oneStandardErrorIndex == chosen)
    }

    @Test func `the order of the candidates does not matter`() throws {
        let errors = [0.24, 0.205, 0.2, 0.22, 0.3].map { Estimate(mean: $0, standardError: 0.01) }
        let choice = try CrossValidation(parameters: [5, 4, 3, 2, 1], errors: errors, simpler: .larger)
        #expect(choice.parameters[choice.oneStandardErrorIndex] == 4)
    }

    @Test func `folds of one size have the mean and standard error of their errors`() throws {
        let splits = try RowSplit.folds(rows: 12, folds: 4, seed: 1)
        let choice = try CrossValidation(
            parameters: [1], foldErrors: [[1], [2], [3], [4]], splits: splits, simpler: .larger)
        // 1, 2, 3, 4: mean 2.5, s² = 5/3, standard error √(5/3/4).
        #expect(choice.foldErrors == [[1], [2], [3], [4]])
        #expect(choice.errors[0].mean == 2.5)
        #expect((choice.errors[0].standardError - (5.0 / 12).squareRoot()).magnitude < 1e-15)
    }

    @Test func `a larger fold counts for more`() throws {
        let splits = [RowSplit(training: [0], heldOut: [1, 2, 3]), RowSplit(training: [1, 2, 3], heldOut: [0])]
        let choice = try CrossValidation(
            parameters: [1], foldErrors: [[3], [1]], splits: splits, simpler: .larger)
        #expect(choice.errors[0].mean == 2.5)
    }

    @Test(arguments: [(10, 5), (67, 10), (7, 7), (5, 2)])
    func `folds hold every row out once, in groups that differ by at most one`(rows: Int, folds: Int) throws {
        let splits = try RowSplit.folds(rows: rows, folds: folds, seed: 4)
        #expect(splits.count == folds)
        #expect(splits.flatMap(\.heldOut).sorted() == Array(0..<rows))
        for split in splits {
            #expect((split.training + split.heldOut).sorted() == Array(0..<rows))
            #expect((rows / folds...(rows + folds - 1) / folds).contains(split.heldOut.count))
        }
        #expect(splits == (try RowSplit.folds(rows: rows, folds: folds, seed: 4)))
        #expect(splits != (try RowSplit.folds(rows: rows, folds: folds, seed: 5)))
    }

    @Test func `a random split holds out the fraction, rounded`() throws {
        #expect(try RowSplit.random(rows: 97, holdingOut: 0.4, seed: 1).heldOut.count == 39)
        let split = try RowSplit.random(rows: 97, holdingOut: 0.3, seed: 1)
        #expect(split.heldOut.count == 29)
        #expect((split.training + split.heldOut).sorted() == Array(0..<97))
        #expect(split == (try RowSplit.random(rows: 97, holdingOut: 0.3, seed: 1)))
        #expect(split != (try RowSplit.random(rows: 97, holdingOut: 0.3, seed: 2)))
    }

    @Test func `cross-validation of the prostate data chooses few features and a small error`() throws {
        let data = try Prostate()
        let choice = try CrossValidation.lasso(data.trainX, data.trainY, folds: 10, seed: 7)
        let (best, simple) = (choice.bestIndex, choice.oneStandardErrorIndex)
        #expect(choice.parameters[simple] > choice.parameters[best])
        #expect(choice.errors[simple].mean <= choice.errors[best].mean + choice.errors[best].standardError)
        let models = try LinearModel.lassoPath(data.trainX, data.trainY).models
        #expect(models[simple].nonzeroCount < models[best].nonzeroCount)
        #expect(choice.errors[simple].mean < choice.errors[0].mean / 1.5)
        let ridge = try CrossValidation.ridge(
            data.trainX, data.trainY, lambdas: [1000, 100, 10, 1], folds: 10, seed: 7)
        #expect((0.4...0.8).contains(ridge.errors[ridge.bestIndex].mean))
    }
}
