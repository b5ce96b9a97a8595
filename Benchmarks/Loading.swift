import Entities
import Model

/// Reports how long the catalogue takes from its text to a recogniser, in the best of twenty runs, beside the least that
/// reading the same bytes costs.
func measureLoading() throws {
    let text = catalogueText()
    // What was loaded before is freed between the runs.
    var mentions = 0
    var times: [Double] = []
    for _ in 0..<20 {
        var annotator: Annotator?
        times.append(
            try seconds { annotator = Annotator(try Catalogue(parsing: catalogueText), model: try builtInModel()) })
        let found = annotator?.annotate(text: "Enel", blocks: [Block(0..<4, .paragraph)], language: nil)
        mentions += found?.mentions.count ?? 0
    }
    let loading = times.min() ?? 0
    var check = mentions
    let hashing = bestSeconds(of: 20) { check ^= hash(of: text) }
    report(
        "loading catalogue and model, best of 20", "\((loading * 1000).short) ms",
        "\((loading / hashing).short) times a hash of its \(text.count / 1000) kB (\((hashing * 1000).short) ms)")
    report("- checksum", "\(check & 0xFFFF)")
}

/// Every byte hashed (FNV-1a): the least that finding names by a hash costs.
private func hash(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    Int(truncatingIfNeeded: bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
}
