/// The head of an answer. Its values come from outside and are shown to nobody as they are.
public struct Headers: Equatable, Sendable {
    private var values: [String: [String]] = [:]

    /// Reads the lines of a head; a line that is none is skipped, a folded one goes on (RFC 9112, section 5.2).
    init(_ head: some Sequence<UInt8>) {
        var last: String?
        for line in Array(head).split(separator: UInt8(ascii: "\n")) {
            if let first = line.first, first == 0x20 || first == 0x09 {
                if let last, var all = values[last], let value = all.popLast() {
                    values[last] = all + [value + " " + Headers.text(line)]
                }
                continue
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { continue }
            let name = Headers.text(line[..<colon]).lowercased()
            values[name, default: []].append(Headers.text(line[(colon + 1)...]))
            last = name
        }
    }

    /// The first value of a name, whatever its case.
    public subscript(_ name: String) -> String? {
        values[name.lowercased()]?.first
    }

    /// All values of a name, joined by commas as RFC 9110 has it.
    func all(_ name: String) -> String? {
        values[name.lowercased()]?.joined(separator: ", ")
    }

    /// UTF-8 where it is, or else ISO 8859-1, trimmed.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(validating: bytes, as: UTF8.self)
        return (text ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))).trimmed
    }
}
