// The browser has a page of its own, and no terminal.
#if !hasFeature(Embedded)
    import NotebookEvents
    import NotebookRuntime

    #if canImport(Glibc)
        import Glibc
    #else
        import Darwin
    #endif

    /// A chapter's page in a terminal: what a program prints that `weft tangle` made of a chapter.
    ///
    ///     let weftPage = PrintedPage(parameters: ["dataset": "fashion-mnist"])
    ///     let total = 1 + 2
    ///     NotebookRuntime.show(total)
    ///     weftPage.claim("total == 3") { total == 3 }
    ///     weftPage.end()
    public final class PrintedPage {
        private var falseClaims = 0

        /// Begins the page: what cells show is printed from now on, and `params` has these values.
        public init(parameters: [String: String]) {
            Self.keepOrderOfSets()
            params = Parameters(parameters)
            Notebook.current = Notebook { event in
                if case .output(let output, _) = event { Swift.print(output.plainText, terminator: "") }
            }
        }

        /// Prints the value of an expression of the chapter's prose.
        public func value(_ source: String, _ value: () throws -> some Any) rethrows {
            let text = shortened(String(describing: try value()), to: inlineValueLimit)
            Swift.print(ProseLine.value(source, text), terminator: "")
        }

        /// Prints a claim, and whether it is true.
        public func claim(_ source: String, _ condition: () throws -> Bool) rethrows {
            let held = try condition()
            if !held { falseClaims += 1 }
            Swift.print(ProseLine.claim(source, held: held), terminator: "")
        }

        /// Ends the program, with status 1 if a claim was false.
        public func end() -> Never {
            exit(falseClaims == 0 ? 0 : 1)
        }

        /// Starts the program once more if sets and dictionaries would have another order in each run: on the page, they have
        /// always the same.
        private static func keepOrderOfSets() {
            guard getenv("SWIFT_DETERMINISTIC_HASHING") == nil else { return }
            setenv("SWIFT_DETERMINISTIC_HASHING", "1", 1)
            #if os(Linux)
                let program = "/proc/self/exe"
            #else
                let program = CommandLine.arguments[0]
            #endif
            // Where that fails, the program goes on as it is.
            execv(program, CommandLine.unsafeArgv)
        }
    }
#endif
