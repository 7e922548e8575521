/// How to mend what KaTeX's messages say, by their beginnings.
enum LikelyFix {
    static func fix(for message: String) -> String? {
        table.first { message.hasPrefix($0.message) }?.fix
    }

    private static let table: [(message: String, fix: String)] = [
        ("Double superscript", "put the first into braces: {a^b}^c"),
        ("Double subscript", "put the first into braces: {a_b}_c"),
        ("Expected group after", "write what belongs there, in braces if it is more than one character"),
        ("Expected '}', got 'EOF'", "a '{' is not closed"),
        ("Unexpected end of input in a macro argument", "an argument is missing, or is not closed"),
        ("Expected 'EOF', got '}'", "a '}' has no '{' before it"),
        ("Extra }", "a '}' has no '{' before it"),
        ("Expected 'EOF', got '&'", "'&' aligns columns inside an environment such as 'aligned', or is written '\\&'"),
        ("Expected 'EOF', got '\\right'", "a '\\right' has no '\\left' before it"),
        ("Expected '\\right'", "each '\\left' needs a '\\right'; '\\right.' draws nothing"),
        ("Expected 'EOF', got '#'", "the sign itself is written '\\#'"),
        ("Missing a ", "write a delimiter such as '(' behind it; '.' draws nothing"),
        ("Invalid delimiter", "delimiters are '(', '[', '\\{', '|', '\\|', '\\langle' and the like; '.' draws nothing"),
        ("Mismatch: ", "each '\\begin{…}' needs an '\\end{…}' of the same name"),
        ("Too many expansions", "a macro that uses itself never ends"),
        ("Can't use function '$' in math mode", "the formula's own dollar signs stand around all of it"),
        ("\\tag works only in display equations", "write $$…$$ around the formula"),
    ]
}
