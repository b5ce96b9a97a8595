import Fetch
import Model

/// The sources that words of a command line name: by number, address or name, or else by a part of the name.
struct SourceChoice: Equatable {
    /// Those that are meant, each once, in the order of the words.
    private(set) var sources: [Source] = []
    /// Words that name none.
    private(set) var missing: [String] = []

    init(_ words: [String], among all: [Source]) {
        for word in words {
            let found = SourceChoice.named(word, among: all)
            // What is printed again has no password in it.
            if found.isEmpty { missing.append(TypedAddress.isAddress(word) ? TypedAddress.withoutUser(word) : word) }
            sources += found.filter { source in !sources.contains { $0.id == source.id } }
        }
    }

    private static func named(_ word: String, among all: [Source]) -> [Source] {
        if TypedAddress.isAddress(word) {
            guard let address = try? TypedAddress(word).address else { return [] }
            return all.filter { Address($0.address) == address }
        }
        let folded = Folding.fold(word)
        let same = all.filter { Folding.fold($0.name) == folded || $0.address == word }
        return same.isEmpty ? all.filter { Folding.fold($0.name).contains(folded) } : same
    }
}
