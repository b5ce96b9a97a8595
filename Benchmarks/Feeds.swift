import Foundation
import Ingest
import Model

/// Reads the feeds under a folder, the same ones again and again for some seconds, and reports how fast.
///
/// Files are read before the clock starts; those that are no feeds are left out.
func measureFeeds(folder: String) throws {
    let reader = Reader()
    var files: [(name: String, bytes: [UInt8])] = []
    let endings: Set<String> = ["xml", "rss", "atom", "rdf", "json"]
    let root = URL(fileURLWithPath: folder)
    let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    while let file = walk?.nextObject() as? URL {
        guard endings.contains(file.pathExtension), let data = try? Data(contentsOf: file) else { continue }
        let bytes = [UInt8](data)
        if (try? reader.feed(in: bytes, named: file.path)) != nil { files.append((file.path, bytes)) }
    }
    let size = files.reduce(0) { $0 + $1.bytes.count }
    guard size > 0 else { return report("feeds", "no feeds under \(folder)") }
    var items = 0
    let rounds = max(1, 50_000_000 / size)
    let time = bestSeconds(of: 3) {
        items = 0
        for _ in 0..<rounds {
            for file in files {
                if let feed = try? reader.feed(in: file.bytes, named: file.name) { items += feed.articles.count }
            }
        }
    }
    let read = Double(size * rounds)
    report("feeds", "\((read / time / 1e6).short) MB/s", "\(files.count) files, \(size / 1000) kB")
    report("- articles", "\((Double(items) / time).short) a second", "\(items / rounds) of them")
}
