import Foundation

/// Functions of Swift's library that are compiled once and called, where Embedded Swift compiles each into every module that
/// uses it: what has to do with texts took half of the time of compiling a live cell.
///
/// `LiveTexts.source` is compiled first, into an object that has these functions. With every library and every cell, a
/// function of the same (mangled) name is compiled for each, which takes the place of the library's:
///
///     extension _StringGuts {
///         @_silgen_name("weft_text_7") @usableFromInline mutating func _text7(_ a: Int)
///         @_silgen_name("$es11_StringGutsV4growyySiF") … mutating func _call7(_ a: Int) { _text7(a) }
///     }
///
/// When a module is linked, the object of the texts comes first, so that its function is taken for all of that name, and
/// this one is dropped. What it calls is there only to be unknown to the compiler, or, where the compiler may have put the
/// call in the place of a function that is public, calls that one.
struct TextCalls {
    /// The type that the function is a member of; empty where it is of none.
    private let type: String
    /// The function's mangled name.
    private let symbol: String
    /// How it is declared, without its name and its labels.
    private let declaration: String
    /// A call of the library's function, where all may call it.
    private let libraryCall: String?

    private init(_ type: String, _ symbol: String, _ declaration: String, _ libraryCall: String? = nil) {
        (self.type, self.symbol, self.declaration, self.libraryCall) = (type, symbol, declaration, libraryCall)
    }

    /// The file of calls.
    /// - Parameter object: what has the functions; those that it does not have, as with a version of Swift that names them
    ///   otherwise, are not called. All are where it is nil.
    static func source(calling object: Data?) -> String {
        let functions = all.enumerated().filter { $1.isIn(object) }
        return (["@testable import Swift"] + functions.map { $1.call(number: $0) }).joined(separator: "\n") + "\n"
    }

    /// The functions that what is public is called by.
    static var definitions: String {
        let texts = all.enumerated().compactMap { number, function in
            function.libraryCall.map { call in
                function.member(
                    "@_silgen_name(\"weft_text_\(number)\") @export(interface) public \(function.declared("_text\(number)")) { \(call) }"
                )
            }
        }
        return texts.joined(separator: "\n") + "\n"
    }
}

extension TextCalls {
    /// Whether an object has a symbol of the function's name: its length comes before it.
    private func isIn(_ object: Data?) -> Bool {
        guard let object else { return true }
        return object.range(of: Data([UInt8(symbol.utf8.count)] + symbol.utf8)) != nil
    }

    private func call(number: Int) -> String {
        let arguments = declaration.matches(of: #/_ (\w): (inout )?/#).map { ($0.2 == nil ? "" : "&") + $0.1 }
        return member(
            """
            @_silgen_name("weft_text_\(number)") @usableFromInline \(declared("_text\(number)"))
            @_silgen_name("\(symbol)") @_alwaysEmitIntoClient @inline(never)
            \(declared("_call\(number)")) { _text\(number)(\(arguments.joined(separator: ", "))) }
            """)
    }

    private func declared(_ name: String) -> String { declaration.replacing("func ", with: "func \(name)") }

    private func member(_ text: String) -> String { type.isEmpty ? text : "extension \(type) {\n\(text)\n}" }

    private static let all = [
        // Making texts.
        TextCalls("String", "$eSS6appendyySSF", "mutating func (_ a: String)", "append(a)"),
        TextCalls("String", "$eSS8_copyingySSSsFZ", "static func (_ a: Substring) -> String"),
        TextCalls("String", "$eSS14_fromSubstringySSSshFZ", "static func (_ a: __shared Substring) -> String"),
        TextCalls(
            "String", "$eSS18_uncheckedFromUTF8_7isASCIISSSRys5UInt8VG_SbtFZ",
            "static func (_ a: UnsafeBufferPointer<UInt8>, _ b: Bool) -> String"),
        TextCalls(
            "String", "$eSS19_uncheckedFromASCIIySSSRys5UInt8VGFZ",
            "static func (_ a: UnsafeBufferPointer<UInt8>) -> String"),
        TextCalls("_StringGuts", "$es11_StringGutsV6appendyyABF", "mutating func (_ a: _StringGuts)"),
        TextCalls("_StringGuts", "$es11_StringGutsV6appendyys01_aB5SliceVF", "mutating func (_ a: _StringGutsSlice)"),
        TextCalls("_StringGuts", "$es11_StringGutsV4growyySiF", "mutating func (_ a: Int)"),
        TextCalls("", "$es9_allASCIIySbSRys5UInt8VGF", "func (_ a: UnsafeBufferPointer<UInt8>) -> Bool"),
        // Numbers as texts.
        TextCalls(
            "", "$es15_Float64ToASCII5value6bufferSnySiGSd_s11MutableSpanVys5UInt8VGztF",
            "func (_ a: Double, _ b: inout MutableSpan<UInt8>) -> Range<Int>"),
        TextCalls(
            "", "$es15_Float32ToASCII5value6bufferSnySiGSf_s11MutableSpanVys5UInt8VGztF",
            "func (_ a: Float, _ b: inout MutableSpan<UInt8>) -> Range<Int>"),
        // Comparing and hashing.
        TextCalls("String", "$eSS9hasPrefixySbSSF", "func (_ a: String) -> Bool", "hasPrefix(a)"),
        TextCalls("String", "$eSS4hash4intoys6HasherVz_tF", "func (_ a: inout Hasher)", "hash(into: &a)"),
        TextCalls(
            "Hasher", "$es6HasherV7combine5bytesySW_tF", "mutating func (_ a: UnsafeRawBufferPointer)",
            "combine(bytes: a)"),
        TextCalls("Hasher", "$es6HasherV9_finalizeSiyF", "mutating func () -> Int"),
        TextCalls(
            "", "$es27_stringCompareWithSmolCheck__9expectingSbs11_StringGutsV_ADs01_G16ComparisonResultOtF",
            "func (_ a: _StringGuts, _ b: _StringGuts, _ c: _StringComparisonResult) -> Bool"),
        TextCalls(
            "", "$es22_stringCompareInternal__9expectingSbs11_StringGutsV_ADs01_E16ComparisonResultOtF",
            "func (_ a: _StringGuts, _ b: _StringGuts, _ c: _StringComparisonResult) -> Bool"),
        TextCalls(
            "", "$es22_stringCompareInternal____9expectingSbs11_StringGutsV_SnySiGAdEs01_E16ComparisonResultOtF",
            "func (_ a: _StringGuts, _ b: Range<Int>, _ c: _StringGuts, _ d: Range<Int>, _ e: _StringComparisonResult) -> Bool"
        ),
        // Places in texts, and what is there.
        TextCalls("String.Iterator", "$eSS8IteratorV4nextSJSgyF", "mutating func () -> Character?", "next()"),
        TextCalls(
            "_StringGuts", "$es11_StringGutsV27_slowEnsureMatchingEncodingySS5IndexVAEF",
            "func (_ a: String.Index) -> String.Index"),
        TextCalls(
            "_StringGuts", "$es11_StringGutsV15scalarAlignSlowySS5IndexVAEF", "func (_ a: String.Index) -> String.Index"
        ),
        TextCalls(
            "_StringGuts", "$es11_StringGutsV19validateScalarRangeySnySS5IndexVGAFF",
            "func (_ a: Range<String.Index>) -> Range<String.Index>"),
        TextCalls(
            "_StringGuts", "$es11_StringGutsV22validateSubscalarRangeySnySS5IndexVGAFF",
            "func (_ a: Range<String.Index>) -> Range<String.Index>"),
        TextCalls(
            "_StringGuts", "$es11_StringGutsV29_opaqueComplexCharacterStride10startingAtS2i_tF",
            "func (_ a: Int) -> Int"),
        TextCalls(
            "_StringGuts", "$es11_StringGutsV29_opaqueComplexCharacterStride8endingAtS2i_tF", "func (_ a: Int) -> Int"),
        TextCalls(
            "Substring.UTF8View", "$eSs8UTF8ViewVys5UInt8VSS5IndexVcig", "func (_ a: String.Index) -> UInt8", "self[a]"),
        TextCalls(
            "Substring.UTF8View", "$eSs8UTF8ViewV8distance4from2toSiSS5IndexV_AGtF",
            "func (_ a: String.Index, _ b: String.Index) -> Int", "distance(from: a, to: b)"),
        TextCalls(
            "Substring.UTF8View", "$eSs8UTF8ViewV9formIndex5afterySS0D0Vz_tF", "func (_ a: inout String.Index)",
            "formIndex(after: &a)"),
        // Printing.
        TextCalls(
            "", "$es5print_10terminatorys12StaticStringV_ADtF", "func (_ a: StaticString, _ b: StaticString)",
            "print(a, terminator: b)"),
    ]
}
