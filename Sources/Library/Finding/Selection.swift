import GRDB
import Model

/// Articles that one table finds, always in order of slots: one that leads, and conditions on its rows.
struct Selection {
    /// What leads; a list of numbers is one arm for each, merged by slot.
    enum Lead {
        case articles
        case states
        case search(SearchExpression)
        case facet(SearchExpression)
        case companies([Int64], atLeast: Salience)
        case places(outlets: [Int64], sources: [Int64])
        case outletless
        case tagged([Int64], sources: [Int64])
        case flag(Flag.Test)
        case updated
        case muted(Int64)
        case among([Int64])
    }

    /// More numbers than this are a condition, not arms.
    static let maximumArms = 16

    let lead: Lead
    private(set) var conditions: [Filter] = []
    /// The slots in which the articles lie, as far as dates tell: from the first, before the second.
    private(set) var lower: Int64?
    private(set) var upper: Int64?

    /// The rows of a lead for which row tests hold.
    init(_ lead: Lead, where tests: some Sequence<Filter>, _ sizes: Sizes) throws {
        self.lead = lead
        for test in tests { try add(test, sizes) }
    }

    /// Adds a condition; a date narrows the slots, and is asked of the article too where slots are not exact.
    private mutating func add(_ part: Filter, _ sizes: Sizes) throws {
        switch part {
        case .everything: return
        case .since(let moment):
            let slot = Slot.slots(of: Slot.minute(of: moment)).lowerBound
            lower = max(lower ?? slot, slot)
            if try sizes.isExact(at: moment) { return }
        case .before(let moment):
            let isExact = try sizes.isExact(at: moment)
            let minute = try Slot.minute(of: moment) + (isExact ? 0 : sizes.spill() + 1)
            let slot = Slot.slots(of: minute).lowerBound
            upper = min(upper ?? slot, slot)
            if isExact { return }
        default: break
        }
        conditions.append(part)
    }
}

extension Selection {
    /// Whether it finds all articles of which a test of state holds.
    func isAll(of test: Flag.Test) -> Bool {
        guard lower == nil, upper == nil, test.orChangedAfter == nil else { return false }
        return switch lead {
        case .flag(let own): own == test && conditions.isEmpty
        case .states: conditions == [.flag(test)]
        default: false
        }
    }
}

extension Selection.Lead {
    /// The lead that a row test can be.
    init?(_ filter: Filter) {
        switch filter {
        case .companies(let ids, let salience) where ids.count <= Selection.maximumArms:
            self = .companies(ids, atLeast: salience)
        case .places(let outlets, let sources) where outlets.count + sources.count <= Selection.maximumArms:
            self = .places(outlets: outlets, sources: sources)
        case .tagged(let tags, let sources) where tags.count + sources.count <= Selection.maximumArms:
            self = .tagged(tags, sources: sources)
        case .outletless: self = .outletless
        case .language(let code): self = .facet(SearchExpression(facet: Facets.Kind.language.token(code)))
        case .updated: self = .updated
        case .muted(let moment): self = .muted(moment)
        case .among(let slots): self = .among(slots)
        case .flag(let test) where test.orChangedAfter == nil && test.value == (test.flag == .starred):
            self = .flag(test)
        default: return nil
        }
    }
}

extension Filter {
    /// Whether it is a test of state.
    var isFlag: Bool {
        if case .flag = self { true } else { false }
    }
}
