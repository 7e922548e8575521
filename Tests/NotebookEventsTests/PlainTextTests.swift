import NotebookEvents
import Testing

@Suite struct `An output in a terminal` {
    @Test func `is a text, a table in columns, or what a figure says`() {
        let table = Table(columns: ["epoch", "loss"], rows: [["1", "0.5312"], ["10", "é"]])
        #expect(Output.text("a\nb").plainText == "a\nb\n")
        #expect(
            Output.table(table).plainText == """
                epoch  loss
                -----  ------
                1      0.5312
                10     é

                """)
        #expect(Output.table(Table(columns: [], rows: [])).plainText == "\n\n")
        #expect(
            Output.figure(Figure(html: "<svg/>", summary: "It falls.", data: table)).plainText == "Figure: It falls.\n")
    }
}
