// Claims are checked while building; a cell in the browser has none.
#if !hasFeature(Embedded)
    import NotebookEvents

    /// Evaluates a claim and remembers what its parts were.
    ///
    /// The weaver turns a claim into calls of these, so that a false one can name both sides:
    ///
    ///     gap < 0.1 && epochs == 10
    ///     // becomes
    ///     check.compare("gap", gap, <, "0.1", 0.1) && check.compare("epochs", epochs, ==, "10", 10)
    public final class ClaimCheck {
        private var operands: [ClaimOutcome.Operand] = []

        /// `left operation right`, with both values remembered. The sources of literals are nil: they say their own value.
        public func compare<Left, Right>(
            _ leftSource: String?, _ left: Left, _ operation: (Left, Right) throws -> Bool, _ rightSource: String?,
            _ right: Right
        ) rethrows -> Bool {
            remember(leftSource, left)
            remember(rightSource, right)
            return try operation(left, right)
        }

        /// `condition` itself, remembered.
        public func holds(_ source: String?, _ condition: Bool) -> Bool {
            remember(source, condition)
            return condition
        }

        private func remember<Value>(_ source: String?, _ value: Value) {
            guard let source else { return }
            operands.append(.init(source: source, value: String(describing: value)))
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
