import Foundation
import Model

/// A folder of Markdown files, one for each article.
struct MarkdownFolder {
    /// What became of an article.
    enum Ending: Equatable {
        case written
        /// The file is there and says the same.
        case same
        /// The file is there and says something else; it is left alone.
        case differs(String)
    }

    private let folder: URL

    /// A folder, made where there is none.
    init(path: String) throws {
        folder = URL(fileURLWithPath: path, isDirectory: true)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw Complaint("\(path): cannot be made a folder: \(error.localizedDescription)")
        }
    }

    /// Writes an article into its file: date, title and number make the name.
    func write(_ article: Article) throws -> Ending {
        let page = ArticleMarkdown(article, zone: Environment.zone)
        let file = folder.appendingPathComponent(page.fileName)
        let data = Data(page.file.utf8)
        if let there = FileManager.default.contents(atPath: file.path) {
            return there == data ? .same : .differs(file.path)
        }
        do {
            try data.write(to: file, options: .withoutOverwriting)
        } catch {
            throw Complaint("\(file.path): cannot be written: \(error.localizedDescription)")
        }
        return .written
    }
}
