import Foundation
import Ingest

/// Reports how fast the pages in a folder are read on one core: bytes to articles, as `rassegna parse` makes them, without
/// reading the files and printing.
func measurePages(folder: String) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".html") }.sorted()
    let pages = names.compactMap { name in
        FileManager.default.contents(atPath: folder + "/" + name).map { (name: name, bytes: [UInt8]($0)) }
    }
    let reader = Reader()
    let size = pages.reduce(0) { $0 + $1.bytes.count }
    var articles = 0
    var slowest = (seconds: 0.0, name: "")
    let time = medianSeconds(of: 5) {
        articles = 0
        for page in pages {
            let seconds = medianSeconds(of: 1) {
                articles += (try? reader.articles(in: page.bytes, named: page.name, format: .html).count) ?? 0
            }
            if seconds > slowest.seconds { slowest = (seconds, page.name) }
        }
    }
    report(
        "reading pages", "\((Double(pages.count) / time).short) pages/s",
        "\((Double(size) / time / 1_000_000).short) MB/s, \(articles) articles of \(pages.count) pages")
    report("- the slowest", "\((slowest.seconds * 1000).short) ms", slowest.name)
}
