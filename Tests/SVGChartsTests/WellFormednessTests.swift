import Foundation
import SVGCharts
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What every picture must be, whatever it shows.
@Suite struct WellFormednessTests {
    @Test(arguments: ChartCase.all + ChartCase.more)
    func `a chart is XML with unique ids, a title, a description and no colour outside the theme`(
        _ example: ChartCase
    ) throws {
        let elements = try Elements(parsing: example.svg)
        let ids = elements.all.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0 == example.name || $0.hasPrefix("\(example.name)-") })
        let root = try #require(elements.all.first)
        #expect(root.name == "svg" && root.attributes["role"] == "img" && root.attributes["viewBox"] != nil)
        let labels = root.attributes["aria-labelledby"]?.split(separator: " ").map(String.init) ?? []
        #expect(labels.count == 2 && labels.allSatisfy(ids.contains))
        #expect(elements.text(of: "title").isEmpty == false && elements.text(of: "desc").isEmpty == false)
        for value in elements.all.flatMap({ [$0.attributes["fill"], $0.attributes["stroke"]] }).compactMap({ $0 }) {
            #expect(value == "none" || value == "currentColor" || value.hasPrefix("var(--chart-"))
        }
        #expect(!example.svg.contains("nan") && !example.svg.contains("inf"))
    }

    @Test(arguments: ChartCase.all + ChartCase.more)
    func `texts neither overlap nor leave the picture`(_ example: ChartCase) {
        let drawing = Drawing(example.chart(), id: "x", layout: example.layout)
        let picture = Rectangle(x: 0, y: 0, width: drawing.width, height: drawing.height)
        for (index, text) in drawing.texts.enumerated() {
            #expect(picture.contains(text.box), "\(text.text) leaves the picture: \(text.box)")
            for other in drawing.texts[..<index] {
                #expect(!text.box.overlaps(other.box), "\(text.text) overlaps \(other.text)")
            }
        }
    }

    @Test func `long names, many series and many categories keep their texts apart in both layouts`() {
        let long = "a name that is far longer than anything which fits beside a plot of this width"
        for layout in [ChartLayout.regular, .narrow] {
            for chart in [
                Chart(0..<12) { series in
                    for x in 0..<3 {
                        LineMark(x: .value(long, x * 123_456), y: .value(long, Double(x * series) * 1e-7))
                            .foregroundStyle(by: .value(long, "\(series) \(long)"))
                    }
                }
                .chartTitle("\(long) \(long) \(long)").directLabels(),
                Chart(0..<60) { BarMark(x: .value("Class", "class \($0) \(long)"), y: .value("n", $0)) },
                Chart(0..<9) { BarMark(x: .value("n", -$0 * 1_000_000), y: .value("Class", "\(long) \($0)")) },
            ] {
                let drawing = Drawing(chart, id: "x", layout: layout)
                let picture = Rectangle(x: 0, y: 0, width: drawing.width, height: drawing.height)
                for (index, text) in drawing.texts.enumerated() {
                    #expect(picture.contains(text.box), "\(text.text) leaves the picture: \(text.box)")
                    for other in drawing.texts[..<index] {
                        #expect(!text.box.overlaps(other.box), "\(text.text) overlaps \(other.text)")
                    }
                }
            }
        }
    }

    @Test func `an id is made fit to be one, and a chart drawn twice is the same`() {
        let chart = AccuracyCurves.chart
        #expect(chart.svg(id: "fig 1\"é").contains("id=\"fig-1---\""))
        #expect(chart.svg(id: "").contains("id=\"chart\""))
        #expect(chart.html(id: "a") == AccuracyCurves.chart.html(id: "a"))
    }

    @Test func `html holds both layouts under different ids`() throws {
        let elements = try Elements(parsing: AccuracyCurves.chart.html(id: "acc"))
        let pictures = elements.all.filter { $0.name == "svg" }
        #expect(pictures.map { $0.attributes["id"] } == ["acc", "acc-narrow"])
        #expect(pictures.map { $0.attributes["display"] } == [nil, "none"])
    }
}

/// The elements of an XML text, in their order.
final class Elements: NSObject, XMLParserDelegate {
    struct Element {
        let name: String
        let attributes: [String: String]
        var text = ""
    }

    private(set) var all: [Element] = []
    private var open: [Int] = []

    init(parsing text: String) throws {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.propertyListReadCorrupt) }
    }

    func text(of name: String) -> String { all.first { $0.name == name }?.text ?? "" }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(all.count)
        all.append(Element(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if let last = open.last { all[last].text += text }
    }
}
