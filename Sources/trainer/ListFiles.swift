import Entities
import Foundation
import Model

/// The lists of names, a name a line, and what each file's names are.
struct ListFiles {
    /// Where the files lie; without one there are no lists.
    let folder: String

    private static let kinds: [(file: String, mark: ListMarks)] = [
        ("given", .given), ("family", .family), ("places-it", .italianPlace), ("places-world", .place),
        ("bodies", .body),
        ("titles", .title), ("common", .common),
    ]

    /// The lists, and the words that the texts to learn from write small at least twice.
    func builder(_ files: [TrainingFile]) throws -> NameListBuilder {
        var builder = NameListBuilder()
        if !folder.isEmpty {
            for (file, mark) in ListFiles.kinds {
                for name in try lines(file) { builder.add(name, mark) }
            }
            for line in try lines("heads") {
                let fields = line.split(separator: "\t")
                guard fields.count == 2 else { continue }
                builder.add(String(fields[0]), fields[1] == "C" ? .firmHead : .bodyHead)
            }
            for file in ["classes-it", "classes-en"] { try addClasses(file, to: &builder) }
        }
        var small: [Substring: Int] = [:]
        for file in files {
            for text in file.texts {
                for word in text.text.split(whereSeparator: { !$0.isLetter }) where word.first?.isLowercase == true {
                    small[word, default: 0] += 1
                }
            }
        }
        for (word, count) in small where count > 1 && word.count > 1 { builder.add(String(word), .small) }
        return builder
    }

    /// The classes of words: a line `# class`, then its words; the same class has the same number in both languages.
    private func addClasses(_ file: String, to builder: inout NameListBuilder) throws {
        var number: UInt8 = 0
        for line in try lines(file) {
            if line.hasPrefix("# ") {
                let name = line.dropFirst(2).trimmingCharacters(in: .whitespaces)
                number = WordClass.all.firstIndex(of: name).map { UInt8($0 + 1) } ?? 0
                if number == 0 { throw TrainerError.unknownClass(name, file: file) }
            } else if number > 0 {
                for word in line.split(separator: " ") { builder.add(String(word), wordClass: number) }
            }
        }
    }

    private func lines(_ file: String) throws -> [String] {
        let path = folder + "/" + file + ".txt"
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }
}
