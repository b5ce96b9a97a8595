import Library
import Model

/// Brings a library up to what is known now, a few articles at a time.
///
/// Every step is one short transaction, and each article remembers with what it was read: whenever the program ends, by
/// a crash too, the next one goes on where this one stopped.
struct Rereading {
    /// What came of a step.
    struct Step: Equatable {
        /// The articles in which something became different.
        var changed: [ArticleID] = []
        /// How many articles have been read again.
        var done: Int
        /// How many there are in all.
        var total: Int
    }

    /// Articles that were read with corrections of before, of which most need not be read again.
    private struct Earlier {
        var knowledge: Int64
        var reach: Corrections.Reach
        /// The slot up to which they have been gone through.
        var slot = Int64.min
    }

    private let library: Library
    private let knowledge: Knowledge
    private var recogniser: Recogniser?
    private var earlier: [Earlier] = []
    private var done = 0
    private var total: Int?
    /// How many articles are fetched at once, and how many are renumbered at once.
    private static let (batch, renumbered) = (12, 500)
    /// How long articles are read before what was found is stored.
    private static let patience = Duration.milliseconds(10)

    /// A re-reading of a library that has not begun.
    init(library: Library, knowledge: Knowledge) {
        self.library = library
        self.knowledge = knowledge
    }

    /// Whether the corrections are others than when it began.
    func isOutdated() throws -> Bool {
        try library.correctionsInForce() != recogniser?.log
    }

    /// Looks what is known now: called at first, and whenever it may have changed.
    mutating func begin() throws {
        let new = knowledge.recogniser(try library.correctionsInForce())
        if let old = recogniser, old.base == new.base, old.knowledge != new.knowledge {
            let reach = Corrections.reach(from: old.log, to: new.log)
            for index in earlier.indices {
                earlier[index].reach.formUnion(reach)
                earlier[index].slot = .min
            }
            earlier.append(Earlier(knowledge: old.knowledge, reach: reach))
        } else if let old = recogniser, old.base != new.base {
            earlier = []
        }
        earlier.removeAll { $0.knowledge == new.knowledge }
        recogniser = new
        done = 0
        total = nil
    }

    /// Reads some articles again; `nil` when there is nothing left to do.
    mutating func step() throws -> Step? {
        guard let recogniser else { return nil }
        if let first = earlier.first {
            let slot = try library.renumber(
                from: first.knowledge, to: recogniser.knowledge, outside: first.reach, after: first.slot,
                limit: Rereading.renumbered)
            if let slot { earlier[0].slot = slot } else { earlier.removeFirst() }
            return Step(done: 0, total: 0)
        }
        let whole = try total ?? library.staleCount(knowledge: recogniser.knowledge)
        total = whole
        let stale = try whole == 0 ? [] : library.staleArticles(knowledge: recogniser.knowledge, limit: Rereading.batch)
        guard !stale.isEmpty else { return nil }
        let deadline = ContinuousClock.now + Rereading.patience
        var items: [(StaleArticle, Annotation)] = []
        for article in stale where items.isEmpty || ContinuousClock.now < deadline {
            items.append((article, recogniser.annotate(article)))
        }
        let changed = try library.annotate(items, knowledge: recogniser.knowledge)
        done += items.count
        return Step(changed: changed, done: min(done, whole), total: whole)
    }

    /// Does all that is left to do; how many articles were read again.
    @discardableResult
    mutating func finish(progress: (Step) -> Void = { _ in }) throws -> Int {
        try begin()
        while let step = try step() { progress(step) }
        return done
    }
}
