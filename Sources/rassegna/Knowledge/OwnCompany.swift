import Entities
import Model
import TOMLKit

/// A company of the user's own, or names of the user's own for one of the catalogue: an entry of `companies.toml`.
struct OwnCompany: Equatable, Sendable {
    /// A field of a catalogue record and its value.
    struct Field: Equatable, Sendable {
        var name: String
        var value: String
        /// Where it stands in the file, from 1.
        var line: Int
    }

    /// The canonical name, without tags.
    var name: String
    /// The fields, the name's first.
    var fields: [Field]
    /// The canonical name of the company that owns it.
    var parent: Field?

    /// The catalogue record, in the format of docs/catalogue.md.
    var record: String {
        (fields + (parent.map { [$0] } ?? [])).map { "\($0.name): \($0.value)\n" }.joined()
    }

    /// What is wrong with an entry, and where.
    struct Problem: Error, Equatable, Sendable {
        var line: Int
        var reason: String
    }

    /// The fields by their keys in the file; `true` for a list.
    private static let keys: [(key: String, field: String, isList: Bool)] = [
        ("name", "Company", false), ("headquarters", "Headquarters", false), ("parent", "Parent", false),
        ("aliases", "Aliases", true), ("units", "Units", true), ("products", "Products", true),
        ("tickers", "Tickers", true), ("people", "People", true), ("metonyms", "Metonyms", true),
        ("near", "Near", true), ("not_near", "Not near", true),
    ]

    /// Reads an entry; `line` tells where a key stands.
    init(_ table: TOMLTable, line: (String) -> Int) throws(Problem) {
        let first = line("")
        for key in table.keys.sorted() where !OwnCompany.keys.contains(where: { $0.key == key }) {
            let known = OwnCompany.keys.map(\.key).joined(separator: ", ")
            throw Problem(line: line(key), reason: "there is no key “\(key)”, only \(known)")
        }
        var fields: [Field] = []
        for (key, field, isList) in OwnCompany.keys {
            guard let value = table[key] else { continue }
            let names = try OwnCompany.names(value, isList: isList, key: key, line: line(key))
            guard !names.isEmpty else { continue }
            fields.append(Field(name: field, value: names.joined(separator: "; "), line: line(key)))
        }
        guard let head = fields.first, head.name == "Company" else {
            throw Problem(line: first, reason: "a company needs a name, such as name = \"Acme\"")
        }
        name = OwnCompany.untagged(head.value)
        parent = fields.first { $0.name == "Parent" }
        self.fields = fields.filter { $0.name != "Parent" }
        if let problem = Catalogue.problems(in: self.fields.map { "\($0.name): \($0.value)\n" }.joined()).first {
            let place = self.fields.indices.contains(problem.line - 1) ? self.fields[problem.line - 1].line : first
            throw Problem(line: place, reason: problem.reason)
        }
    }

    /// That names of the company mean it and no other one of the catalogue; names with tags follow these.
    func contested(in catalogue: Catalogue) -> [Correction] {
        guard catalogue.company(named: name) != nil else { return [] }
        let ours = Set(catalogue.companies(meaning: name))
        return fields.filter { ["Aliases", "Units", "Products"].contains($0.name) }
            .flatMap { $0.value.split(separator: ";") }.map { Correction(String($0), .means(name)) }
            .filter { !$0.surface.hasSuffix("]") && !ours.isSuperset(of: catalogue.companies(meaning: $0.surface)) }
    }

    /// A name without the tags behind it.
    static func untagged(_ name: String) -> String {
        guard name.hasSuffix("]"), let bracket = name.lastIndex(of: "[") else { return name }
        return Correction("\(name[..<bracket])", .notAName).surface
    }

    private static func names(
        _ value: any TOMLValueConvertible, isList: Bool, key: String, line: Int
    ) throws(Problem) -> [String] {
        guard isList else {
            guard let text = value.string else { throw Problem(line: line, reason: "\(key) must be a text in quotes") }
            return [try checked(text, key, line)]
        }
        guard let array = value.array else {
            throw Problem(line: line, reason: "\(key) must be a list, such as [\"one\", \"two\"]")
        }
        var names: [String] = []
        for index in 0..<array.count {
            guard let text = array[index].string else {
                throw Problem(line: line, reason: "\(key) must hold texts in quotes only")
            }
            names.append(try checked(text, key, line))
        }
        return names
    }

    /// A name that a record can hold.
    private static func checked(_ text: String, _ key: String, _ line: Int) throws(Problem) -> String {
        let isClean = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != ";" }
        guard isClean else { throw Problem(line: line, reason: "\(key) may hold neither ; nor control characters") }
        let name = Correction(text, .notAName).surface
        guard !name.isEmpty else { throw Problem(line: line, reason: "\(key) must not be empty") }
        return name
    }
}
