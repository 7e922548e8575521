import SVGCharts
import Testing

/// Contrast by WCAG 2.2's definition, colour distances for the three kinds of dichromacy.
@Suite struct PaletteTests {
    private static let pages = [(mode: \Palette.Token.light, page: "#FFFFFF"), (\Palette.Token.dark, "#16181D")]

    @Test func `the contrast of the reference pairs is what WCAG says`() {
        #expect(abs(contrast("#000000", "#FFFFFF") - 21) < 0.001)
        #expect(abs(contrast("#777777", "#FFFFFF") - 4.48) < 0.005)
    }

    @Test func `series keep 3 to 1 and text 4.5 to 1 against the page in both modes`() {
        for (mode, page) in Self.pages {
            for token in Palette.series {
                #expect(contrast(token[keyPath: mode], page) >= 3, "\(token.name) on \(page)")
            }
            #expect(contrast(Palette.muted[keyPath: mode], page) >= 4.5)
        }
    }

    @Test func `series stay apart for readers with any colour vision`() {
        for (mode, _) in Self.pages {
            let colors = Palette.series.map { linear($0[keyPath: mode]) }
            for vision in [Vision.normal, .protan, .deutan, .tritan] {
                for (index, first) in colors.enumerated() {
                    for second in colors[..<index] {
                        let distance = distance(vision.seen(first), vision.seen(second))
                        #expect(distance >= 8, "\(vision) sees two colours \(distance) apart")
                    }
                }
            }
        }
    }

    @Test func `the style sheet defines every variable for both modes`() {
        for token in Palette.all {
            #expect(ChartTheme.lightVariables.contains("\(token.name):\(token.light)"))
            #expect(ChartTheme.darkVariables.contains("\(token.name):\(token.dark)"))
        }
        #expect(ChartTheme.css.filter { $0 == "{" }.count == ChartTheme.css.filter { $0 == "}" }.count)
    }
}

/// sRGB to linear light.
private func linear(_ hex: String) -> [Double] {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0
    return [value >> 16 & 255, value >> 8 & 255, value & 255].map { byte in
        let s = Double(byte) / 255
        return s <= 0.04045 ? s / 12.92 : Mathematics.exp(2.4 * Mathematics.ln((s + 0.055) / 1.055))
    }
}

private func contrast(_ first: String, _ second: String) -> Double {
    let luminances = [first, second].map { hex in
        zip(linear(hex), [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return ((luminances.max() ?? 0) + 0.05) / ((luminances.min() ?? 0) + 0.05)
}

/// Full dichromacy after Machado, Oliveira and Fernandes (2009), as matrices on linear light.
private enum Vision {
    case normal, protan, deutan, tritan

    func seen(_ color: [Double]) -> [Double] {
        matrix.map { row in min(max(zip(row, color).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1) }
    }

    private var matrix: [[Double]] {
        switch self {
        case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protan:
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        case .deutan:
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        case .tritan:
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
        }
    }
}

/// The distance in OKLab (Ottosson 2020), in hundredths.
private func distance(_ first: [Double], _ second: [Double]) -> Double {
    let difference = zip(oklab(first), oklab(second)).map { $0 - $1 }
    return 100 * difference.reduce(0) { $0 + $1 * $1 }.squareRoot()
}

private func oklab(_ rgb: [Double]) -> [Double] {
    func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
        matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let cones = product(
        [
            [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ], rgb)
    let roots = cones.map { $0 > 0 ? Mathematics.exp(Mathematics.ln($0) / 3) : 0 }
    return product(
        [
            [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ], roots)
}
