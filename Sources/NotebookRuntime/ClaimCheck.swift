// Claims are checked while building; a cell in the browser has none.
#if !hasFeature(Embedded)
    import NotebookEvents

    /// Remembers what the operands of a claim were.
    ///
    /// The weaver notes the operands of a claim, so that a false one can name their values:
    ///
    ///     gap < 0.1
    ///     // becomes
    ///     weftCheck.note("gap", gap) < 0.1
    public final class ClaimCheck {
        private var operands: [ClaimOutcome.Operand] = []

        /// `value` itself, remembered as what `source` stands for.
        public func note<Value>(_ source: String, _ value: Value) -> Value {
            operands.append(.init(source: source, value: shortened(String(describing: value), to: 120)))
            return value
        }

        func outcome(held: Bool) -> ClaimOutcome {
            ClaimOutcome(held: held, operands: operands)
        }
    }

    /// Checks claim number `index` of its group and reports the outcome. Called by generated code.
    public func checkClaim(_ index: Int, _ condition: (ClaimCheck) throws -> Bool) rethrows {
        reached(index)
        let check = ClaimCheck()
        let held = try condition(check)
        Notebook.current.claim(index, check.outcome(held: held))
    }
#endif
