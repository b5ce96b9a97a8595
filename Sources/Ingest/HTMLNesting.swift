/// How deep the elements of a page are nested for the parser, told from its tags: never less than they are.
///
/// The depth is counted by the rules of HTML 5 by which end tags close elements; those that the parser closes by itself
/// (`p`, `li`, cells) do not count. Every question takes a bounded time.
struct HTMLNesting {
    private struct Element {
        var key: UInt32
        /// Whether an inline element's end tag from inside does not close it.
        var isSpecial: Bool
        var isBarrier: Bool
    }

    private let limit: Int
    private var open: [Element] = []
    /// How many elements of a key are open: of those that HTML knows, and of others.
    private var known = [Int32](repeating: 0, count: 256)
    private var others: [UInt32: Int32] = [:]

    /// A page whose elements are nested no deeper than a limit.
    init(limit: Int) {
        self.limit = limit
    }

    /// Opens an element; false where it is nested too deep to be shown to the parser.
    mutating func push(_ tag: HTMLTag, key: UInt32) -> Bool {
        if tag == .a { removeLink() }
        open.append(
            Element(
                key: key, isSpecial: !HTMLElements.inline.contains(tag) && tag != .other,
                isBarrier: HTMLElements.barriers.contains(tag)))
        count(key, 1)
        return open.count <= limit
    }

    /// Closes an element; false where its tag was not shown to the parser, or nothing is open that it could close and
    /// the nesting is too deep.
    mutating func pop(_ tag: HTMLTag, key: UInt32) -> Bool {
        if tag == .a, isOpen(key) {
            let isShown = open.count <= limit
            removeLink()
            return isShown
        }
        guard isOpen(key), let index = opening(of: key, tag) else { return open.count <= limit }
        for place in index..<open.count { count(open[place].key, -1) }
        open.removeLast(open.count - index)
        return index < limit
    }

    private func isOpen(_ key: UInt32) -> Bool {
        key < 256 ? known[Int(key)] > 0 : others[key, default: 0] > 0
    }

    private mutating func count(_ key: UInt32, _ step: Int32) {
        if key < 256 { known[Int(key)] += step } else { others[key, default: 0] += step }
    }

    /// The open element that an end tag closes.
    private func opening(of key: UInt32, _ tag: HTMLTag) -> Int? {
        let isInline = HTMLElements.inline.contains(tag) || tag == .other
        for index in open.indices.suffix(limit + 64).reversed() {
            if open[index].key == key { return index }
            if isInline ? open[index].isSpecial : open[index].isBarrier && tag != .table { return nil }
        }
        return nil
    }

    /// A link ends where the next begins, also one that goes over a few blocks.
    private mutating func removeLink() {
        let key = UInt32(HTMLTag.a.rawValue)
        guard isOpen(key) else { return }
        var specials = 0
        for index in open.indices.suffix(64).reversed() {
            if open[index].key == key {
                open.remove(at: index)
                count(key, -1)
                return
            }
            if open[index].isSpecial { specials += 1 }
            if open[index].isBarrier || specials > 6 { return }
        }
    }
}
