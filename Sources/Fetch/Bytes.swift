/// What a byte of ASCII is.
extension UInt8 {
    var isASCIIDigit: Bool { 0x30...0x39 ~= self }
    var isASCIILetter: Bool { 0x61...0x7A ~= self | 0x20 }
    var isASCIIHex: Bool { isASCIIDigit || 0x61...0x66 ~= self | 0x20 }
    var isASCIIBlank: Bool { self == 0x20 || 0x09...0x0D ~= self }
    /// A capital made small.
    var small: UInt8 { 0x41...0x5A ~= self ? self | 0x20 : self }
}

extension StringProtocol {
    /// The text without the blanks at both its ends.
    var trimmed: String {
        var bytes = Array(utf8)[...]
        while let first = bytes.first, first.isASCIIBlank { bytes.removeFirst() }
        while let last = bytes.last, last.isASCIIBlank { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text without control characters, at most so long: for what a server says and a user shall read.
    func plain(limit: Int = 200) -> String {
        var view = String.UnicodeScalarView()
        for scalar in unicodeScalars.prefix(limit) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: view.append(" ")
            default: view.append(scalar)
            }
        }
        return String(view)
    }
}
