internal import Glibc

/// The fields of the catalogue's records.
enum CatalogueField: CaseIterable {
    case company, sector, country, headquarters, parent, relation, aliases, units, products, tickers, people, metonyms
    case near, notNear, organization, person, place, listed

    /// The field as files write it.
    var spelling: StaticString {
        switch self {
        case .company: "Company"
        case .sector: "Sector"
        case .country: "Country"
        case .headquarters: "Headquarters"
        case .parent: "Parent"
        case .relation: "Relation"
        case .aliases: "Aliases"
        case .units: "Units"
        case .products: "Products"
        case .tickers: "Tickers"
        case .people: "People"
        case .metonyms: "Metonyms"
        case .near: "Near"
        case .notNear: "Not near"
        case .organization: "Organization"
        case .person: "Person"
        case .place: "Place"
        case .listed: "Listed"
        }
    }

    /// The field of that name, told by its first letters and length before it is compared in full.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) {
        guard name.count > 3 else { return nil }
        let start = name.lowerBound
        let guess: CatalogueField? =
            switch (bytes[start], bytes[start + 2], name.count) {
            case (UInt8(ascii: "C"), UInt8(ascii: "m"), 7): .company
            case (UInt8(ascii: "C"), _, 7): .country
            case (UInt8(ascii: "S"), _, 6): .sector
            case (UInt8(ascii: "H"), _, 12): .headquarters
            case (UInt8(ascii: "P"), UInt8(ascii: "r"), 6): bytes[start + 1] == UInt8(ascii: "a") ? .parent : .person
            case (UInt8(ascii: "P"), UInt8(ascii: "o"), 6): .people
            case (UInt8(ascii: "P"), _, 8): .products
            case (UInt8(ascii: "P"), _, 5): .place
            case (UInt8(ascii: "R"), _, 8): .relation
            case (UInt8(ascii: "A"), _, 7): .aliases
            case (UInt8(ascii: "U"), _, 5): .units
            case (UInt8(ascii: "T"), _, 7): .tickers
            case (UInt8(ascii: "M"), _, 8): .metonyms
            case (UInt8(ascii: "N"), _, 4): .near
            case (UInt8(ascii: "N"), _, 8): .notNear
            case (UInt8(ascii: "O"), _, 12): .organization
            case (UInt8(ascii: "L"), _, 6): .listed
            default: nil
            }
        guard let guess, guess.isSpelled(bytes, name) else { return nil }
        self = guess
    }

    /// Whether the bytes spell the field's name.
    @inline(__always)
    private func isSpelled(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Bool {
        guard let base = bytes.baseAddress, name.count == spelling.utf8CodeUnitCount else { return false }
        return memcmp(base + name.lowerBound, spelling.utf8Start, name.count) == 0
    }

    /// The role of the names that the field lists; `nil` where it lists none.
    var role: Entry.Role? {
        switch self {
        case .company, .listed: .canonical
        case .aliases: .alias
        case .units: .unit
        case .products: .product
        case .people, .person: .person
        case .metonyms: .metonym
        case .organization: .organization
        case .place: .place
        case .tickers: .ticker
        case .sector, .country, .headquarters, .parent, .relation, .near, .notNear: nil
        }
    }

    /// Whether the field starts a record.
    var startsRecord: Bool {
        self == .company || self == .organization || self == .person || self == .place || self == .listed
    }
}
