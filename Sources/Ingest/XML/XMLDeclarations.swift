/// What begins with `<!`: comments, CDATA sections and the document type.
extension XMLScan {
    mutating func takeDeclaration(from mark: Int) {
        if bytes.has("<!--", at: mark) {
            position = mark + 4
            leaveOut(from: mark, to: "-->")
        } else if bytes.has("<![CDATA[", at: mark) {
            takeSection(from: mark)
        } else if isDocumentType(at: mark) {
            takeDocumentType(from: mark)
        } else {
            leaveOut(from: mark, to: ">")
        }
    }

    /// Takes a CDATA section; one that is not closed ends with the element that it stands in.
    ///
    /// Of a long one the parser sees where it stands (`cx_parse`): it would look at each letter, and tell nothing new.
    private mutating func takeSection(from mark: Int) {
        let start = mark + 9
        if let end = findEnd("]]>", from: start) {
            position = end + 3
            if open.isEmpty {
                drop(mark..<position)
            } else if end - start > 64 {
                replace(mark..<position, with: "<?c \(start) \(end - start)?>".utf8)
            }
            return
        }
        var index = start
        let name = open.last.map { Array(bytes[$0]) } ?? []
        while let tag = find(UInt8(ascii: "<"), from: index) {
            index = tag + 1
            guard index < bytes.count, bytes[index] == UInt8(ascii: "/"), bytes[(index + 1)...].starts(with: name)
            else {
                continue
            }
            replace(tag..<tag, with: "]]>".utf8)
            position = tag
            return
        }
        replace(bytes.count..<bytes.count, with: "]]>".utf8)
        position = bytes.count
    }

    private func isDocumentType(at mark: Int) -> Bool {
        bytes[mark...].prefix(9).map(\.lowercased).elementsEqual("<!doctype".utf8)
    }

    /// Leaves the document type out, and remembers the simple entities that it declares.
    private mutating func takeDocumentType(from mark: Int) {
        var index = mark + 9
        var isInside = false
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "["): isInside = true
            case UInt8(ascii: "]"): isInside = false
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let end = find(bytes[index], in: index + 1..<min(bytes.count, index + 4096)) else { break }
                index = end
            case UInt8(ascii: "<"):
                // A feed has begun: the type was not closed.
                guard isInside, index + 1 < bytes.count, "!?".utf8.contains(bytes[index + 1]) else {
                    return drop(mark..<index)
                }
                index = takeEntity(at: index)
                continue
            case UInt8(ascii: ">") where !isInside: return drop(mark..<index + 1)
            default: break
            }
            index += 1
        }
        drop(mark..<bytes.count)
    }

    /// Takes a declaration inside of the document type; where the next byte after it is.
    ///
    /// Remembered are internal entities of at most 1,000 bytes whose value has no reference but to characters: so no
    /// entity is made of others, and none can grow.
    private mutating func takeEntity(at mark: Int) -> Int {
        if bytes.has("<!--", at: mark) { return findEnd("-->", from: mark).map { $0 + 3 } ?? bytes.count }
        let end = declarationEnd(from: mark + 2)
        guard bytes.has("<!ENTITY", at: mark), declared.count < 500 else { return end }
        let parts = bytes[mark + 8..<end].split(maxSplits: 1) { $0.isBlank || $0 == .newline }
        guard parts.count == 2 else { return end }
        let rest = parts[1].drop { $0.isBlank || $0 == .newline }
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let close = rest.dropFirst().firstIndex(of: quote), declared[parts[0]] == nil
        else { return end }
        let value = rest.startIndex + 1..<close
        guard value.count <= 1000, !bytes[value].contains(UInt8(ascii: "%")), let text = plainValue(value) else {
            return end
        }
        declared[parts[0]] = text
        return end
    }

    /// The end of a declaration, its quotes respected.
    private func declarationEnd(from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ">") { return index + 1 }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), let end = find(byte, from: index + 1) {
                index = end
            }
            index += 1
        }
        return bytes.count
    }

    /// The value of an entity as text, its tags included; `nil` where it refers to another entity.
    private func plainValue(_ range: Range<Int>) -> [UInt8]? {
        var text: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] == UInt8(ascii: "&") {
                guard let reference = CharacterReference(in: bytes, at: index, to: range.upperBound, isLoose: false)
                else {
                    return nil
                }
                if let scalar = reference.scalar { text += XMLScan.escaped(scalar) }
                index += reference.count
            } else {
                text += XMLScan.escaped(Unicode.Scalar(bytes[index])).prefix(bytes[index] < 0x80 ? 6 : 0)
                if bytes[index] >= 0x80 { text.append(bytes[index]) }
                index += 1
            }
        }
        return text
    }
}
