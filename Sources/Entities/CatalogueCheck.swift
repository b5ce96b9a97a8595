import Model

extension Catalogue {
    /// Something in a catalogue that breaks the rules of `docs/catalogue.md`.
    public struct Problem: Equatable, Sendable {
        /// The line, from 1.
        public var line: Int
        /// What is wrong there.
        public var reason: String
    }

    /// Every breach of the rules, in order of lines: unknown fields, tags and sectors, fields twice, names that belong to
    /// two records, parents that are missing or go in a circle.
    ///
    /// A place may share its name with a company, since the two are told apart by evidence.
    public static func problems(in text: String) -> [Problem] {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var check = CatalogueCheck(bytes)
            check.read()
            return check.problems.sorted { $0.line < $1.line }
        }
    }
}

/// Reads a catalogue slowly and holds it to every rule.
private struct CatalogueCheck {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var seen: Set<CatalogueField> = []
    private var owner = ""
    private var companies: [String: Int] = [:]
    private var parents: [String: (name: String, line: Int)] = [:]
    private var names: [String: (owner: String, line: Int)] = [:]
    private(set) var problems: [Catalogue.Problem] = []

    private static let sectors = Set(
        """
        ai technology cloud chips internet telecoms energy utilities cars transport industry defence banks finance \
        insurance media fashion food retail pharma chemicals construction gaming tourism services
        """.split(separator: " ").map(String.init))

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func read() {
        var reader = RecordReader(bytes)
        while let line = reader.next() {
            switch line {
            case .blank: owner = ""
            case .comment: break
            case .broken: add(reader.line, "is not `Field: value`")
            case .field(let field): take(field)
            }
        }
        checkParents()
    }

    private mutating func add(_ line: Int, _ reason: String) {
        problems.append(Catalogue.Problem(line: line, reason: reason))
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    private mutating func take(_ field: RecordReader.Field) {
        guard let name = CatalogueField(bytes, field.name) else {
            return add(field.line, "has the unknown field \(text(field.name))")
        }
        let value = text(field.value)
        if name.startsRecord {
            seen = []
            owner = "\(name.spelling) \(Company.Name.list(bytes, field.value).first?.text ?? "")"
            if name == .company, let first = companies.updateValue(field.line, forKey: String(owner.dropFirst(8))) {
                add(field.line, "names a company that line \(first) has already: \(owner.dropFirst(8))")
            }
        } else if !owner.hasPrefix("Company ") {
            return add(field.line, "stands outside a company")
        }
        if name == .listed { return checkListed(field) }
        if !seen.insert(name).inserted { add(field.line, "has the field \(name.spelling) twice") }
        check(name, value, field.line)
        if name.role != nil { checkNames(name, field) }
    }

    private mutating func check(_ name: CatalogueField, _ value: String, _ line: Int) {
        switch name {
        case .sector where !CatalogueCheck.sectors.contains(value): add(line, "has the unknown sector \(value)")
        case .country where value.utf8.count != 2 || !value.utf8.allSatisfy({ (65...90).contains($0) }):
            add(line, "has no country code of two capitals: \(value)")
        case .relation where Company.Relation(rawValue: value) == nil: add(line, "has the unknown relation \(value)")
        case .parent: parents[String(owner.dropFirst(8))] = (value, line)
        default: break
        }
    }

    /// Checks the parts of a listed company's line; hand-made records may have its names too, and win then.
    private mutating func checkListed(_ field: RecordReader.Field) {
        let line = ListedLine(bytes, field.value)
        checkNames(.listed, RecordReader.Field(line: field.line, name: field.name, value: line.names))
        if !line.country.isEmpty { check(.country, text(line.country), field.line) }
        if !line.tickers.isEmpty {
            checkNames(.tickers, RecordReader.Field(line: field.line, name: field.name, value: line.tickers))
        }
    }

    private mutating func checkNames(_ name: CatalogueField, _ field: RecordReader.Field) {
        var items: [ListItem] = []
        ListItem.each(bytes, field.value) { items.append($0) }
        for item in items {
            let surface = text(item.name)
            guard !surface.isEmpty else {
                add(field.line, "has an empty name")
                continue
            }
            for tag in text(item.tags).split(whereSeparator: { $0 == "," || $0 == " " })
            where !["exact", "any", "homonym", "word"].contains(tag) {
                add(field.line, "has the unknown tag \(tag)")
            }
            if name == .tickers {
                if surface.split(separator: ":").count != 2 {
                    add(field.line, "has a ticker without exchange: \(surface)")
                }
            } else if name != .metonyms {
                let world = name == .place ? "place" : name == .listed ? "listed" : "name"
                claim(surface, isExact: text(item.tags).contains("exact"), world, field.line)
            }
        }
    }

    /// Notes whose a name is, and complains where another record has it.
    private mutating func claim(_ name: String, isExact: Bool, _ world: String, _ line: Int) {
        let folded = String(Folding.fold(name).map { $0 == "-" ? " " : $0 })
        let key = world + " " + (isExact ? name : folded)
        if let other = names[key], other.owner != owner {
            add(line, "has the name \(name), which belongs to \(other.owner) (line \(other.line))")
        }
        names[key] = (owner, line)
    }

    private mutating func checkParents() {
        for (child, parent) in parents {
            guard companies[parent.name] != nil else {
                add(parent.line, "has a parent that is no company of the catalogue: \(parent.name)")
                continue
            }
            var above: String? = parent.name
            var steps = 0
            while let name = above, name != child, steps <= parents.count {
                above = parents[name]?.name
                steps += 1
            }
            if above == child { add(parent.line, "goes in a circle of parents: \(child)") }
        }
    }
}
