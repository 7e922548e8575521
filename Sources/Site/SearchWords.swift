import Foundation

/// The words of a text as they are looked for: in lower case and without accents, "grosse" for "Größe". The search's
/// script takes apart in the same way what is typed.
package struct SearchWords {
    /// The words, in their order, numbers and single letters left out.
    package let all: [String]

    package init(_ text: String) {
        let folded = text.decomposedStringWithCompatibilityMapping.lowercased().replacing("ß", with: "ss")
        let letters = String(String.UnicodeScalarView(folded.unicodeScalars.filter { !$0.properties.isMark }))
        all = letters.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter {
            $0.count > 1 && $0.contains(where: \.isLetter)
        }
    }

    /// English words that nobody looks for.
    static let everywhere: Set<String> = Set(
        """
        about all also an and any are as at be because been but by can did do does each for from had has have how if in \
        into is it its just let may more most much no not now of on one only or other our out over same see so some \
        such than that the their them then there these they this those to too two up us use was we were what when \
        where which while who why will with would you your
        """.split(separator: " ").map(String.init))
}

extension Unicode.Scalar.Properties {
    fileprivate var isMark: Bool {
        switch generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
