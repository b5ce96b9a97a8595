import Model

extension Company {
    /// The record that starts at a byte offset, up to an empty line or the next record.
    init(reading bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
        self.init(name: Name(""))
        var reader = RecordReader(bytes, at: offset)
        var isFirst = true
        while let line = reader.next() {
            guard case .field(let field) = line else {
                if case .comment = line { continue }
                return
            }
            let name = CatalogueField(bytes, field.name)
            guard isFirst || name?.startsRecord != true else { return }
            isFirst = false
            take(name, bytes, field.value)
        }
    }

    private mutating func take(_ name: CatalogueField?, _ bytes: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) {
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[value]), as: UTF8.self)
        switch name {
        case .company: self.name = Name.list(bytes, value).first ?? self.name
        case .listed: take(ListedLine(bytes, value), bytes)
        case .sector: sector = text
        case .country: country = text
        case .headquarters: headquarters = text
        case .parent: parent = text
        case .relation: relation = Relation(rawValue: text) ?? .subsidiary
        case .aliases: aliases += Name.list(bytes, value)
        case .units: units += Name.list(bytes, value)
        case .products: products += Name.list(bytes, value)
        case .tickers: tickers += Name.list(bytes, value).map(\.text)
        case .people: people += Name.list(bytes, value)
        case .metonyms: metonyms += Name.list(bytes, value)
        case .near: near += Name.list(bytes, value).map(\.text)
        case .notNear: notNear += Name.list(bytes, value).map(\.text)
        case .organization, .person, .place, nil: break
        }
    }
}

extension Company.Name {
    /// The names of a list with their tags.
    static func list(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> [Company.Name] {
        var names: [Company.Name] = []
        ListItem.each(bytes, value) { item in
            let letterCase: Case =
                item.has(UInt8(ascii: "e"), bytes) ? .exact : item.has(UInt8(ascii: "a"), bytes) ? .any : .proper
            names.append(
                Company.Name(
                    String(decoding: UnsafeBufferPointer(rebasing: bytes[item.name]), as: UTF8.self),
                    letterCase: letterCase,
                    isHomonym: item.has(UInt8(ascii: "h"), bytes) || item.has(UInt8(ascii: "w"), bytes)))
        }
        return names
    }
}
