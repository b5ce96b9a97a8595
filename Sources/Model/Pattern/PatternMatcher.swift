/// Tells which texts a pattern matches, as a machine with one state that is made while it runs: a text takes a step a
/// scalar, whatever the pattern (lazy subset construction, as in R. Cox, "Regular Expression Matching in the Wild", 2010).
public struct PatternMatcher: Sendable {
    /// Threads between two scalars, and what stands before them.
    private struct State: Hashable {
        var threads: [Int]
        var before: ScalarTraits?
    }

    /// A scalar that is no ASCII, as far as the program tells it from others, in a state.
    private struct Step: Hashable {
        var state: Int32
        var range: Int
        var traits: ScalarTraits
    }

    private let program: PatternProgram
    private let bounds: [UInt32]
    private var numbers: [State: Int32] = [:]
    private var states: [State] = []
    /// For each state and ASCII scalar the next state.
    private var table: [Int32] = []
    private var others: [Step: Int32] = [:]

    private static let unknown: Int32 = -1
    private static let matched: Int32 = -2
    /// More states than this are forgotten and made again.
    private static let mostStates = 1000
    private static let traits = (0..<128).map { ScalarTraits(of: Unicode.Scalar(UInt8($0))) }

    /// A matcher; `nil` for a text that is no pattern.
    public init?(_ pattern: TextPattern) {
        guard let program = try? PatternProgram(pattern) else { return nil }
        self.program = program
        bounds = Set(program.sets.flatMap { $0.ranges.flatMap { [$0.lowerBound, $0.upperBound &+ 1] } }).sorted()
    }

    /// Whether the pattern matches somewhere in a text.
    public mutating func matches(_ text: String) -> Bool {
        var state = number(of: State(threads: [], before: nil))
        for scalar in text.unicodeScalars {
            let value = scalar.value
            let next = value < 0x80 ? table[Int(state) << 7 | Int(value)] : step(state, other: scalar)
            if next >= 0 {
                state = next
            } else if next == PatternMatcher.matched {
                return true
            } else {
                guard let made = make(from: state, scalar) else { return true }
                state = made
            }
        }
        var seen: Set<Int> = []
        let last = states[Int(state)]
        let around = PatternProgram.Around(before: last.before, after: nil)
        return (last.threads + [0]).contains { start in
            program.follow(start, around) { seen.insert($0).inserted }
        }
    }

    private func step(_ state: Int32, other scalar: Unicode.Scalar) -> Int32 {
        others[key(state, scalar)] ?? PatternMatcher.unknown
    }

    private func key(_ state: Int32, _ scalar: Unicode.Scalar) -> Step {
        var (low, high) = (0, bounds.count)
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle] <= scalar.value { low = middle + 1 } else { high = middle }
        }
        return Step(state: state, range: low, traits: ScalarTraits(of: scalar))
    }

    /// The state after a scalar, remembered; `nil` where the pattern has matched before it.
    private mutating func make(from state: Int32, _ scalar: Unicode.Scalar) -> Int32? {
        let traits = ScalarTraits(of: scalar)
        let from = states[Int(state)]
        let around = PatternProgram.Around(before: from.before, after: traits)
        var seen: Set<Int> = []
        var hasMatched = false
        for start in from.threads + [0] where !hasMatched {
            hasMatched = program.follow(start, around) { seen.insert($0).inserted }
        }
        guard !hasMatched else {
            remember(PatternMatcher.matched, from: state, scalar)
            return nil
        }
        var threads: [Int] = []
        for index in seen.sorted() {
            guard case .one(let set) = program.instructions[index], program.sets[set].contains(scalar.value, traits)
            else { continue }
            threads.append(index + 1)
        }
        let next = State(threads: threads, before: traits.intersection([.word, .lineEnd]))
        guard states.count < PatternMatcher.mostStates || numbers[next] != nil else {
            (numbers, states, table, others) = ([:], [], [], [:])
            return number(of: next)
        }
        let made = number(of: next)
        remember(made, from: state, scalar)
        return made
    }

    private mutating func remember(_ next: Int32, from state: Int32, _ scalar: Unicode.Scalar) {
        if scalar.value < 0x80 {
            table[Int(state) << 7 | Int(scalar.value)] = next
        } else {
            others[key(state, scalar)] = next
        }
    }

    private mutating func number(of state: State) -> Int32 {
        if let known = numbers[state] { return known }
        let number = Int32(states.count)
        numbers[state] = number
        states.append(state)
        table += repeatElement(PatternMatcher.unknown, count: 128)
        return number
    }
}

extension PatternMatcher {
    /// Where the pattern matches, in UTF-8 bytes: the first match and the longest there, then on from its end; empty
    /// matches are left out. At most `limit`.
    public func ranges(in text: String, limit: Int = 200) -> [Range<Int>] {
        let scalars = Array(text.unicodeScalars)
        var offsets = [0]
        for scalar in scalars { offsets.append((offsets.last ?? 0) + UTF8.width(scalar)) }
        var found: [Range<Int>] = []
        var position = 0
        while found.count < limit, position <= scalars.count, let match = first(in: scalars, from: position) {
            if !match.isEmpty { found.append(offsets[match.lowerBound]..<offsets[match.upperBound]) }
            position = match.isEmpty ? match.upperBound + 1 : match.upperBound
        }
        return found
    }

    /// The first match from a place on, the longest of those that begin there; by threads that know where they began.
    private func first(in scalars: [Unicode.Scalar], from position: Int) -> Range<Int>? {
        var threads: [(index: Int, start: Int)] = []
        var best: Range<Int>?
        for place in position...scalars.count {
            let before = place > 0 ? ScalarTraits(of: scalars[place - 1]) : nil
            let after = place < scalars.count ? ScalarTraits(of: scalars[place]) : nil
            let around = PatternProgram.Around(before: before, after: after)
            if best == nil { threads.append((0, place)) }
            var seen: Set<Int> = []
            var next: [(index: Int, start: Int)] = []
            for thread in threads where thread.start <= best?.lowerBound ?? .max {
                var own: [Int] = []
                let hasMatched = program.follow(thread.index, around) { index in
                    guard seen.insert(index).inserted else { return false }
                    own.append(index)
                    return true
                }
                if hasMatched, thread.start <= best?.lowerBound ?? .max { best = thread.start..<place }
                guard let after else { continue }
                for index in own {
                    guard case .one(let set) = program.instructions[index],
                        program.sets[set].contains(scalars[place].value, after)
                    else { continue }
                    next.append((index + 1, thread.start))
                }
            }
            threads = next
            if threads.isEmpty, best != nil { break }
        }
        return best
    }
}
