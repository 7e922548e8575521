/// Code as a page shows it.
enum SourceHTML {
    /// `code` of `language` in a box, colored where it is Swift.
    static func html(_ code: String, language: String) -> String {
        let code = code.trimming("\n")
        let content = language == "swift" ? Highlighter.html(code) : HTML.escape(code)
        let language = language.isEmpty ? "text" : HTML.escape(language)
        return """
            <div class="cell-source"><pre tabindex="0"><code class="language-\(language)">\(content)</code></pre></div>
            """
    }
}
