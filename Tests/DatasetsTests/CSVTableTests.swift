import Datasets
import NeuralNetworks
import Testing

@Suite struct `A table of comma-separated text` {
    static let houses = "price,rooms,town\r\n250,3,\"Rye, NY\"\r\n 180.5 ,2,\"The \"\"Hook\"\"\"\r\n"

    @Test func `gives columns as text and as numbers`() throws {
        let table = try CSVTable(text: Self.houses)
        #expect(table.columns == ["price", "rooms", "town"])
        #expect(table.count == 2)
        #expect(try table.strings(in: "town") == ["Rye, NY", "The \"Hook\""])
        #expect(try table.numbers(in: "price") == [250, 180.5])
    }

    @Test(arguments: [
        ("LF and no end of line", "a,b\n1,2", ["1", "2"]),
        ("CRLF", "a,b\r\n1,2\r\n", ["1", "2"]),
        ("empty lines", "\n\na,b\n\n1,2\n\n", ["1", "2"]),
        ("a byte order mark", "\u{FEFF}a,b\n1,2\n", ["1", "2"]),
        ("empty fields", "a,b\n,\n", ["", ""]),
        ("an empty quoted field", "a,b\n\"\",2\n", ["", "2"]),
        ("a line end in quotes", "a,b\n\"1\n2\",3\n", ["1\n2", "3"]),
        ("letters beyond ASCII", "a,b\nñ,\"ü,€\"\n", ["ñ", "ü,€"]),
    ])
    func `is read as RFC 4180 says`(form: String, text: String, row: [String]) throws {
        let table = try CSVTable(text: text)
        #expect(try [table.strings(in: "a")[0], table.strings(in: "b")[0]] == row)
    }

    @Test func `may have another separator`() throws {
        #expect(try CSVTable(text: "a;b\n1,5;2\n", separator: ";").strings(in: "a") == ["1,5"])
    }

    @Test(arguments: [
        ("", "table: a table needs a line of column names and at least one row"),
        ("a,b\n", "table: a table needs a line of column names and at least one row"),
        ("a,a\n1,2\n", "table:1: two columns are called 'a': rename one"),
        (
            "a,b\n1,2\n\n3\n",
            "table:4: 1 field, but the header names 2 columns: is a separator missing, or one in a field not quoted?"
        ),
        ("a,b\n\"1\n2\",3\n\"4,5\n", "table:4: a quoted field begins here and never ends: a \" is missing"),
        (
            "a,b\n1,2\"\n",
            "table:2: a \" stands within a field: put the whole field in quotes, and double the ones in it"
        ),
        (
            "a,b\n\"1\"x,2\n",
            "table:2: a \" stands within a field: put the whole field in quotes, and double the ones in it"
        ),
    ])
    func `that is not sound is refused with its line`(text: String, sentence: String) {
        let error = #expect(throws: DatasetLoadingError.self) { try CSVTable(text: text) }
        #expect(error?.description == sentence)
    }

    @Test func `that is not UTF-8 is refused`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([0x61, 0x0A, 0xFF], to: "latin.csv")
        #expect(throws: DatasetLoadingError.malformedTable(file: path, fault: .notUTF8)) {
            try CSVTable(contentsOf: path)
        }
    }

    @Test func `names the nearest column and the field that is no number`() throws {
        let table = try CSVTable(text: Self.houses, name: "houses.csv")
        let unknown = #expect(throws: DatasetLoadingError.self) { try table.numbers(in: "prize") }
        #expect(
            unknown?.description
                == "houses.csv: no column is called 'prize': did you mean 'price'? (columns: price, rooms, town)")
        let text = #expect(throws: DatasetLoadingError.self) { try table.numbers(in: "town") }
        #expect(
            text?.description == """
                houses.csv:2: 'Rye, NY' in column 'town' is not a finite number: fill in or drop missing values first
                """)
    }

    @Test(arguments: ["nan", "inf", "", "1e999", "0x"])
    func `takes only finite numbers`(field: String) throws {
        let table = try CSVTable(text: "a,b\n\(field),1\n")
        #expect(throws: DatasetLoadingError.self) { try table.numbers(in: "a") }
    }

    @Test func `makes a data set for regression`() throws {
        let data = try CSVTable(text: "x,y,z\n1,2,3\n4,5,6\n").dataset(features: ["z", "x"], target: "y")
        #expect(data.count == 2)
        #expect(data.features(at: 1) == [6, 4])
        #expect(data.target(at: 1) == [5])
    }

    @Test func `makes a data set for classification`() throws {
        let data = try CSVTable(text: "x,kind\n1,oak\n2,ash\n3,oak\n").dataset(features: ["x"], label: "kind")
        #expect(data.classNames == ["ash", "oak"])
        #expect(data.labels == [1, 0, 1])
        #expect(data.features(at: 2) == [3])
    }
}
