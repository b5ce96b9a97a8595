import Foundation

/// The files that are learned from.
struct TrainingFile {
    /// Its name without folder and ending.
    var name: String
    /// The group that is held out together: all files of one author, `it-e-01` and `it-e-02` are `it-e`.
    var group: String
    /// What is marked in it.
    var texts: [MarkedText]
    /// Whether it is business news, which this program reads, rather than general text.
    var isBusiness: Bool
    /// Whether it is in English.
    var isEnglish: Bool

    /// The marked and tagged files (`.txt`, `.tsv`) below folders, in order of their names.
    static func all(in folders: [String]) throws -> [TrainingFile] {
        try folders.flatMap { folder in
            try FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { file in
                let path = folder + "/" + file
                let name = file.split(separator: ".").first.map(String.init) ?? file
                let isTagged = file.hasSuffix(".tsv")
                guard isTagged || file.hasSuffix(".txt") else { return nil }
                let text = try String(contentsOfFile: path, encoding: .utf8)
                let parts = name.split(separator: "-")
                return TrainingFile(
                    name: name, group: isTagged ? name : parts.prefix(2).joined(separator: "-"),
                    texts: isTagged ? MarkedText.sentences(tagged: text) : MarkedText.articles(marked: text),
                    isBusiness: !isTagged, isEnglish: name.hasPrefix("en"))
            }
        }
    }
}
