import Entities
import Foundation

/// The program's own catalogue and model, read from `Resources`.
enum BuiltIn {
    /// The model's file.
    static let modelBytes: [UInt8] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return Array((try? Data(contentsOf: root.appending(path: "Resources/Model/names.bin"))) ?? Data())
    }()

    /// What the program annotates with.
    static let annotator = Result {
        let model = try modelBytes.withUnsafeBytes { try NameModel(parsing: $0) }
        return Annotator(try Catalogue(parsing: GoldTests.catalogue), model: model)
    }
}
