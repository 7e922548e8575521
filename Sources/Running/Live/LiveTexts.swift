/// What Swift's library asks of Unicode's tables to compare texts, answered without them: a reader would load 25 KB.
///
/// The answers say that each character is spelled in one way. So an "é" that is written as an "e" and an accent is another
/// text than "é" in the browser, unlike natively; a text that a reader enters is spelled in the usual way by its page.
enum LiveTexts {
    /// In C, because one of the answers is a variable.
    static let source = """
        typedef unsigned int scalar;
        const unsigned char *_swift_stdlib_nfd_decompositions;
        unsigned short _swift_stdlib_getNormData(scalar x) { return 0; }
        scalar _swift_stdlib_getDecompositionEntry(scalar x) { return 0; }
        scalar _swift_stdlib_getComposition(scalar x, scalar y) { return ~0u; }

        """
}
