import Foundation
import GRDB
import Model

/// What the steps of the schema compute with: the same hashes as articles get when they are stored.
enum SchemaFunctions {
    static func add(to db: Database) {
        db.add(function: name)
        db.add(function: address)
        db.add(function: fingerprint)
        db.add(function: facets)
    }

    /// The hash of a name.
    private static let name = DatabaseFunction("nameHash", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(Identity.hash)
    }

    /// The hash of an address that can be one article's; NULL for any other.
    private static let address = DatabaseFunction("addressHash", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).flatMap { Identity.name(ofAddress: $0) }
    }

    /// The fingerprint of title, text and layout.
    private static let fingerprint = DatabaseFunction("fingerprint", argumentCount: 3, pure: true) { values in
        guard let title = String.fromDatabaseValue(values[0]), let text = String.fromDatabaseValue(values[1]),
            let layout = Data.fromDatabaseValue(values[2])
        else { return 0 }
        return TextPrint(title: title, text: text, blocks: try Layout(decoding: layout).blocks).fingerprint
    }

    /// The tokens of an article, by text, mentions, author and language.
    private static let facets = DatabaseFunction("facets", argumentCount: 4, pure: true) { values in
        guard let text = String.fromDatabaseValue(values[0]), let mentions = Data.fromDatabaseValue(values[1]) else {
            return ""
        }
        return Facets.text(
            of: text, (try? MentionCodec.decode(mentions)) ?? [], author: String.fromDatabaseValue(values[2]),
            language: String.fromDatabaseValue(values[3]))
    }
}
