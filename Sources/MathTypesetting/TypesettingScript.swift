/// The JavaScript around KaTeX: what it needs beyond ES5, its options, and an end to formulas that take too much work.
enum TypesettingScript {
    /// Runs before KaTeX's own script.
    ///
    /// KaTeX takes each token off an array by `pop`, puts the spaces between atoms in by `splice`, and escapes each piece
    /// of HTML by `replace`. These are counted, and the memory with them, because KaTeX's own limit counts only macros:
    /// five short `\edef` make a million tokens, and a long row of atoms takes the square of its length.
    static let before = """
        Object.defineProperty(Array.prototype, "fill", { value: function (value) {
            for (var i = 0; i < this.length; i++) this[i] = value;
            return this;
        } });
        var steps = 0;
        function step(count) {
            steps += count;
            if (steps > \(mostSteps) || allocated() > \(mostBytes)) throw new RangeError("work");
        }
        (function (pop, splice, replace) {
            Array.prototype.pop = function () { step(1); return pop.call(this); };
            Array.prototype.splice = function () { step(this.length / 32); return splice.apply(this, arguments); };
            String.prototype.replace = function (pattern, text) { step(1); return replace.call(this, pattern, text); };
        })(Array.prototype.pop, Array.prototype.splice, String.prototype.replace);
        """

    /// Runs behind KaTeX's script. What is wrong with a formula is thrown as its place, a line break and KaTeX's message.
    static let after = #"""
        function convert(work, tex, display, macros) {
            steps = 0;
            try {
                return work(tex, {
                    displayMode: display === "display",
                    macros: JSON.parse(macros),
                    output: "htmlAndMathml",
                    strict: "error",
                    maxExpand: 1000,
                    maxSize: 100,
                    trust: function (context) { throw new katex.ParseError(context.command + " is not allowed"); }
                });
            } catch (error) {
                if (!(error instanceof katex.ParseError)) throw error;
                throw (error.position === undefined ? "" : error.position) + "\n" + error.message;
            }
        }
        function html(tex, display, macros) {
            return convert(katex.renderToString, tex, display, macros);
        }
        function check(tex, display, macros) {
            return convert(katex.__parse, tex, display, macros);
        }
        """#

    /// How many tokens and pieces of HTML a formula may take. A matrix of 900 indexed entries takes a tenth.
    private static let mostSteps = 200_000
    private static let mostBytes = 1 << 30
}
