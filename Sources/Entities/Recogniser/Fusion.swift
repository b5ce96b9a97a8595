import Model

/// Brings together what the catalogue's rules decided and what the recogniser found.
///
/// The recogniser has seen the rules' decisions and has the last word on where a name begins and ends and what kind it
/// is; the rules and the catalogue say which company is meant. A decision that the recogniser finds no name at is kept
/// where its evidence is of a kind that the recogniser was not taught: metonyms, tickers, clipped forms.
struct Fusion {
    private let reading: Reading
    private let linker: Linker

    init(_ reading: Reading, catalogue: Catalogue, forms: [LegalForm]) {
        self.reading = reading
        linker = Linker(reading: reading, catalogue: catalogue, forms: forms)
    }

    /// The mentions of both.
    ///
    /// - Parameters:
    ///   - ruled: The decisions of the rules, in order.
    ///   - names: The recogniser's names, in order.
    func choices(_ ruled: [Choice], _ names: [RecognisedName]) -> [Choice] {
        var fused: [Choice] = []
        fused.reserveCapacity(max(ruled.count, names.count))
        var next = 0
        for name in names.lazy.compactMap(trimmed) {
            while next < ruled.count, ruled[next].range.upperBound <= name.range.lowerBound {
                if isKept(ruled[next]) { fused.append(ruled[next]) }
                next += 1
            }
            var end = next
            while end < ruled.count, ruled[end].range.lowerBound < name.range.upperBound { end += 1 }
            let overlapping = ruled[next..<end]
            if let last = fused.last, last.range.upperBound > name.range.lowerBound {
                next = end
                continue
            }
            if name.kind == .company, areSeveral(overlapping, name) {
                fused += overlapping
            } else if let metonym = overlapping.first(where: { $0.evidence == .metonym || $0.evidence == .ticker }),
                overlapping.count == 1, name.kind == .place || metonym.range == name.range
            {
                fused.append(metonym)
            } else if let choice = linker.choice(name, overlapping) {
                fused.append(choice)
            }
            next = end
        }
        for choice in ruled[next...] where isKept(choice) { fused.append(choice) }
        return fused
    }

    /// Whether a name is nothing but several known firms side by side: `OpenAI Google Cloud` is two.
    private func areSeveral(_ ruled: ArraySlice<Choice>, _ name: RecognisedName) -> Bool {
        guard ruled.count > 1, let first = ruled.first, let last = ruled.last else { return false }
        guard first.range.lowerBound == name.range.lowerBound, last.range.upperBound == name.range.upperBound else {
            return false
        }
        let isWhole = zip(ruled, ruled.dropFirst()).allSatisfy { $0.words.upperBound == $1.words.lowerBound }
        return isWhole && ruled.allSatisfy { $0.kind == .company && $0.record >= 0 }
            && Set(ruled.map(\.record)).count > 1
    }

    /// What is less sure is left out: a name adds to F1 only if it is right more often than half of F1.
    private static let leastConfidence = 0.42

    /// A name without an English possessive that belongs to none of the catalogue's; `nil` for a ticker symbol and for what
    /// is too doubtful.
    private func trimmed(_ name: RecognisedName) -> RecognisedName? {
        let bytes = reading.bytes[name.range]
        if name.confidence < Fusion.leastConfidence || isSymbol(bytes) { return nil }
        if isAcronymOfMany(bytes), !linker.knows(name) { return nil }
        let ending = [[UInt8]("'s".utf8), [UInt8]("’s".utf8)].first {
            bytes.count > $0.count + 1 && bytes.suffix($0.count).elementsEqual($0)
        }
        guard let ending, !linker.knows(name) else { return name }
        var trimmed = name
        trimmed.range = name.range.lowerBound..<name.range.upperBound - ending.count
        return trimmed
    }

    /// Whether letters are a symbol with its exchange, as news agencies write it: `CPR.MI`, `KKR.N`.
    private func isSymbol(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard bytes.count < 9, let stop = bytes.firstIndex(of: UInt8(ascii: ".")) else { return false }
        let isUpper = bytes.allSatisfy { $0 &- 65 < 26 || $0 &- 48 < 10 || $0 == UInt8(ascii: ".") }
        return isUpper && stop - bytes.startIndex > 1 && (1...2).contains(bytes.endIndex - stop - 1)
    }

    /// Whether letters are an acronym in the plural, which names a kind of thing and nobody: `GPUs`, `CEOs`, `SUVs`.
    private func isAcronymOfMany(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        (3...6).contains(bytes.count) && bytes.last == UInt8(ascii: "s")
            && bytes.dropLast().allSatisfy { $0 &- 65 < 26 }
    }

    /// Whether a decision stands though the recogniser found no name at its place.
    private func isKept(_ choice: Choice) -> Bool {
        switch choice.evidence {
        case .metonym, .ticker: true
        case .alias: choice.namesFirm || choice.confidence == Confidence.clipped
        case .name, .product: choice.confidence >= Confidence.alias && choice.kind != .place && choice.kind != .person
        case .recognised: false
        }
    }
}
