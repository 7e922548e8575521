/// Parts of Swift's library as a browser needs them: smaller, and compiled sooner.
///
/// Embedded Swift compiles whatever a module uses of the library into that module once more, and comparing two texts
/// alone uses all of Unicode's normalization, with 25 KB of tables. This file is compiled once, for all to call (see
/// `TextCalls`): a function of the library's own (mangled) name takes the place of the library's. Two things are left out.
///
/// - Normalization. Each character is taken to be spelled in one way, so an "é" that is written as an "e" and an accent
///   is another text than "é" in the browser, unlike natively; a text that a reader enters is spelled in the usual way by
///   its page.
/// - Texts in another encoding than UTF-8, which only Apple's frameworks make. What is asked of them is never reached.
///
/// The names are those of Swift 6.3. A version that has no such function does without the replacement.
enum LiveTexts {
    /// What a compiler must be told to let the library's internal types be named.
    static let arguments = ["-Xfrontend", "-disable-testable-attr-requires-testable-module"]
    /// The name of the module, of its file and of its object in the folder of the libraries.
    static let moduleName = "Texts"

    static let source = #"""
        @testable import Swift

        extension _StringGuts {
            @_alwaysEmitIntoClient @inline(never)
            @_silgen_name("$es11_StringGutsV27_slowEnsureMatchingEncodingySS5IndexVAEF")
            func matching(_ index: String.Index) -> String.Index { index }

            @_alwaysEmitIntoClient @inline(never)
            @_silgen_name("$es11_StringGutsV12_foreignGrow33_408A76AB043BD3EFBAB6FAAAAA9B4914LLyySiF")
            mutating func growForeign(_ capacity: Int) { fatalError() }

            @_alwaysEmitIntoClient @inline(never)
            @_silgen_name("$es11_StringGutsV21_foreignAppendInPlace33_408A76AB043BD3EFBAB6FAAAAA9B4914LLyys01_aB5SliceVF")
            mutating func appendForeign(_ other: _StringGutsSlice) { fatalError() }

            @_alwaysEmitIntoClient @inline(never)
            @_silgen_name("$es11_StringGutsV24_foreignConvertedToSmall33_408A76AB043BD3EFBAB6FAAAAA9B4914LLs01_fA0VyF")
            func foreignAsSmall() -> _SmallString { fatalError() }
        }

        extension String.UTF8View {
            @_alwaysEmitIntoClient @inline(never)
            @_silgen_name("$eSS8UTF8ViewV13_foreignCountSiyF")
            func countForeign() -> Int { fatalError() }

            @_alwaysEmitIntoClient @inline(never)
            @_silgen_name("$eSS8UTF8ViewV16_foreignDistance4from2toSiSS5IndexV_AGtF")
            func foreignDistance(from start: String.Index, to end: String.Index) -> Int { fatalError() }
        }

        extension String {
            @_alwaysEmitIntoClient @inline(never)
            @_silgen_name("$eSS4hash4intoys6HasherVz_tF")
            func hashBytes(into hasher: inout Hasher) {
                var text = self
                text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
                hasher.combine(0xFF as UInt8)
            }
        }

        @_alwaysEmitIntoClient @inline(never)
        @_silgen_name("$es22_stringCompareInternal__9expectingSbs11_StringGutsV_ADs01_E16ComparisonResultOtF")
        func _liveCompare(_ left: _StringGuts, _ right: _StringGuts, expecting: _StringComparisonResult) -> Bool {
            left.withFastUTF8 { left in right.withFastUTF8 { right in _liveHolds(expecting, left, right) } }
        }

        @_alwaysEmitIntoClient @inline(never)
        @_silgen_name("$es22_stringCompareInternal____9expectingSbs11_StringGutsV_SnySiGAdEs01_E16ComparisonResultOtF")
        func _liveCompare(
            _ left: _StringGuts, _ leftRange: Range<Int>, _ right: _StringGuts, _ rightRange: Range<Int>,
            expecting: _StringComparisonResult
        ) -> Bool {
            left.withFastUTF8 { left in
                right.withFastUTF8 { right in
                    _liveHolds(expecting, .init(rebasing: left[leftRange]), .init(rebasing: right[rightRange]))
                }
            }
        }

        @_alwaysEmitIntoClient @inline(never)
        func _liveHolds(
            _ expecting: _StringComparisonResult, _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
        ) -> Bool {
            var place = 0
            while place < left.count, place < right.count {
                if left[place] != right[place] { return expecting == .less && left[place] < right[place] }
                place += 1
            }
            return expecting == .less ? left.count < right.count : left.count == right.count
        }

        /// What the library does with texts is compiled because it is used here.
        @_silgen_name("weft_texts") @export(interface)
        public func _useTexts(
            _ a: String, _ b: inout String, _ c: Substring, _ d: Double, _ e: Float, _ f: inout Hasher, _ g: Int
        ) -> Int {
            b += a
            b += c
            b += String(c)
            b += d.description + e.description
            b.append(contentsOf: c.prefix(2).suffix(1))
            for letter in c.utf8 where letter > 9 { b += "a" }
            for letter in c.reversed() { b.append(letter) }
            b.reserveCapacity(g)
            f.combine(a)
            print("", terminator: "")
            var places = [a: g]
            places[b] = c.utf8.count
            if a < b || a.hasPrefix(b) || a.dropFirst() == c || c < a { fatalError() }
            return f.finalize() + a.count + (places[a] ?? 0)
        }
        """#
}
