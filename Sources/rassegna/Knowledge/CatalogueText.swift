import Model

/// The records of the built-in catalogue with the user's own companies worked in.
struct CatalogueText {
    /// The records.
    private(set) var bytes: [UInt8]
    /// What is wrong with the user's companies, beside what their file says.
    private(set) var problems: [OwnCompany.Problem] = []

    /// The built-in records with companies: new ones follow at the end, names for a known one join its record.
    init(_ builtIn: UnsafeBufferPointer<UInt8>, adding companies: [OwnCompany]) {
        guard !companies.isEmpty else {
            bytes = Array(builtIn)
            return
        }
        bytes = []
        bytes.reserveCapacity(builtIn.count + 256 * companies.count)
        let heads = CatalogueText.heads(of: builtIn)
        let own = Set(companies.map(\.name))
        var joining: [Int: String] = [:]
        var following = ""
        for company in companies {
            if let parent = company.parent, heads.ends[parent.value] == nil, !own.contains(parent.value) {
                let reason = "there is no company \(parent.value) to be its parent"
                problems.append(.init(line: parent.line, reason: reason))
                continue
            }
            if let end = heads.ends[company.name] ?? heads.folded[Correction.key(of: company.name)] {
                let lines = company.record.split(separator: "\n").dropFirst().map { $0 + "\n" }
                joining[end, default: ""] += lines.joined()
            } else {
                following += "\n" + company.record
            }
        }
        var from = 0
        for (end, lines) in joining.sorted(by: { $0.key < $1.key }) {
            bytes += builtIn[from..<end]
            bytes += lines.utf8
            from = end
        }
        bytes += builtIn[from...]
        bytes += following.utf8
    }

    /// Where the first line of each company's record ends, its line end included, by name and by folded name.
    private static func heads(of text: UnsafeBufferPointer<UInt8>) -> (ends: [String: Int], folded: [String: Int]) {
        var ends: [String: Int] = [:]
        var folded: [String: Int] = [:]
        let field = Array("Company:".utf8)
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 10) ?? text.count
            let line = text[start..<end]
            if line.starts(with: field), end < text.count {
                let value = String(decoding: line.dropFirst(field.count), as: UTF8.self)
                let name = OwnCompany.untagged(Correction(value, .notAName).surface)
                ends[name] = end + 1
                folded[Correction.key(of: name)] = end + 1
            }
            start = end + 1
        }
        return (ends, folded)
    }
}
