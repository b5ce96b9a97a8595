/// A pattern as instructions of a machine with many threads (K. Thompson, "Regular expression search algorithm", 1968).
struct PatternProgram {
    enum Instruction {
        /// Passes a scalar of a set.
        case one(Int)
        case place(PatternNode.Place)
        case jump(Int)
        case fork(Int, Int)
        case match
    }

    /// The longest program.
    static let longest = 3000

    private(set) var instructions: [Instruction] = []
    private(set) var sets: [ScalarSet] = []

    init(_ pattern: TextPattern) throws(PatternError) {
        var parser = PatternParser(pattern)
        let node = try parser.parse()
        guard add(node) else { throw PatternError(offset: 0, expected: "a simpler pattern") }
        instructions.append(.match)
    }

    /// Adds what finds a node; `false` where the program becomes too long.
    private mutating func add(_ node: PatternNode) -> Bool {
        guard instructions.count <= PatternProgram.longest else { return false }
        switch node {
        case .empty: return true
        case .one(let set):
            sets.append(set)
            instructions.append(.one(sets.count - 1))
            return true
        case .place(let place):
            instructions.append(.place(place))
            return true
        case .sequence(let parts): return parts.allSatisfy { add($0) }
        case .choice(let parts): return add(choice: parts[...])
        case .repeated(let part, let least, let most): return add(part, least: least, most: most)
        }
    }

    private mutating func add(choice parts: ArraySlice<PatternNode>) -> Bool {
        guard let first = parts.first else { return true }
        guard parts.count > 1 else { return add(first) }
        let fork = instructions.count
        instructions.append(.match)
        guard add(first) else { return false }
        let jump = instructions.count
        instructions.append(.match)
        instructions[fork] = .fork(fork + 1, instructions.count)
        guard add(choice: parts.dropFirst()) else { return false }
        instructions[jump] = .jump(instructions.count)
        return true
    }

    private mutating func add(_ part: PatternNode, least: Int, most: Int?) -> Bool {
        let start = instructions.count
        for _ in 0..<least {
            guard add(part) else { return false }
            // What passes nothing need not be repeated.
            if instructions.count == start { return true }
        }
        guard let most else {
            let fork = instructions.count
            instructions.append(.match)
            guard add(part) else { return false }
            instructions.append(.jump(fork))
            instructions[fork] = .fork(fork + 1, instructions.count)
            return true
        }
        var forks: [Int] = []
        for _ in least..<max(least, most) {
            forks.append(instructions.count)
            instructions.append(.match)
            guard add(part) else { return false }
        }
        for fork in forks { instructions[fork] = .fork(fork + 1, instructions.count) }
        return true
    }
}

extension PatternProgram {
    /// What stands on both sides of a place in a text; `nil` is its beginning or end.
    struct Around {
        var before: ScalarTraits?
        var after: ScalarTraits?

        func holds(_ place: PatternNode.Place) -> Bool {
            switch place {
            case .wordEdge: isWord(before) != isWord(after)
            case .noWordEdge: isWord(before) == isWord(after)
            case .lineStart: before?.contains(.lineEnd) ?? true
            case .lineEnd: after?.contains(.lineEnd) ?? true
            }
        }

        private func isWord(_ traits: ScalarTraits?) -> Bool { traits?.contains(.word) ?? false }
    }

    /// Follows the threads from an instruction to those that pass a scalar; tells whether one of them has matched.
    ///
    /// - Parameter visit: Is told each instruction once; `false` where it was met before.
    func follow(_ start: Int, _ around: Around, visit: (Int) -> Bool) -> Bool {
        var stack = [start]
        var hasMatched = false
        while let index = stack.popLast() {
            guard visit(index) else { continue }
            switch instructions[index] {
            case .one: continue
            case .match: hasMatched = true
            case .jump(let target): stack.append(target)
            case .fork(let first, let second): stack += [second, first]
            case .place(let place): if around.holds(place) { stack.append(index + 1) }
            }
        }
        return hasMatched
    }
}
