/// Which words of two texts are in one alone: Myers' algorithm over hashes of words.
struct EditScript {
    private let old: [UInt64]
    private let new: [UInt64]
    private(set) var isRemoved: [Bool]
    private(set) var isInserted: [Bool]
    /// Words that both texts have, by their places: only these are compared.
    private var common: (old: [Int], new: [Int]) = ([], [])
    /// The furthest places on each diagonal, from the start and from the end.
    private var forward: [Int] = []
    private var backward: [Int] = []

    /// How many edits are looked for from both ends of a stretch before the furthest place reached is taken for its
    /// middle.
    private static let mostEdits = 64

    /// A stretch of both texts.
    private struct Box {
        var old: Range<Int>
        var new: Range<Int>

        /// Whether nothing is left in it but edits of one kind.
        var isEmpty: Bool { old.isEmpty || new.isEmpty }

        /// Whether a place is neither its start nor its end.
        func isDivided(at x: Int, _ y: Int) -> Bool {
            !(x == old.lowerBound && y == new.lowerBound) && !(x == old.upperBound && y == new.upperBound)
        }
    }

    init(_ old: [UInt64], _ new: [UInt64]) {
        self.old = old
        self.new = new
        isRemoved = Array(repeating: false, count: old.count)
        isInserted = Array(repeating: false, count: new.count)
    }

    /// Finds what is removed and what is inserted.
    mutating func compare() {
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
        var end = 0
        while end < min(old.count, new.count) - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        let (oldMiddle, newMiddle) = (start..<(old.count - end), start..<(new.count - end))
        // A word that the other text does not have at all is an edit whatever the rest is.
        let (inOld, inNew) = (Set(old[oldMiddle]), Set(new[newMiddle]))
        for index in oldMiddle {
            if inNew.contains(old[index]) { common.old.append(index) } else { isRemoved[index] = true }
        }
        for index in newMiddle {
            if inOld.contains(new[index]) { common.new.append(index) } else { isInserted[index] = true }
        }
        let diagonals = 2 * EditScript.mostEdits + 3
        forward = Array(repeating: 0, count: diagonals)
        backward = Array(repeating: 0, count: diagonals)
        let (first, second) = (common.old.map { old[$0] }, common.new.map { new[$0] })
        first.withUnsafeBufferPointer { first in
            second.withUnsafeBufferPointer { second in
                divide(Box(old: first.indices, new: second.indices), first, second)
            }
        }
    }

    /// Divides a stretch at the middle of its shortest path until nothing but edits of one kind is left.
    private mutating func divide(
        _ whole: Box, _ first: UnsafeBufferPointer<UInt64>, _ second: UnsafeBufferPointer<UInt64>
    ) {
        var waiting = [whole]
        while var box = waiting.popLast() {
            while let a = box.old.first, let b = box.new.first, first[a] == second[b] {
                box = Box(old: (a + 1)..<box.old.upperBound, new: (b + 1)..<box.new.upperBound)
            }
            while let a = box.old.last, let b = box.new.last, first[a] == second[b] {
                box = Box(old: box.old.lowerBound..<a, new: box.new.lowerBound..<b)
            }
            let (x, y) = box.isEmpty ? (box.old.lowerBound, box.new.lowerBound) : middle(of: box, first, second)
            guard box.isDivided(at: x, y) else {
                for index in box.old { isRemoved[common.old[index]] = true }
                for index in box.new { isInserted[common.new[index]] = true }
                continue
            }
            waiting.append(Box(old: x..<box.old.upperBound, new: y..<box.new.upperBound))
            waiting.append(Box(old: box.old.lowerBound..<x, new: box.new.lowerBound..<y))
        }
    }

    /// A place on a shortest path through a stretch whose first words differ and whose last words differ, neither of its
    /// two ends; on the furthest path where the shortest is too long.
    private mutating func middle(
        of box: Box, _ first: UnsafeBufferPointer<UInt64>, _ second: UnsafeBufferPointer<UInt64>
    ) -> (Int, Int) {
        let (n, m) = (box.old.count, box.new.count)
        let (x0, y0) = (box.old.lowerBound, box.new.lowerBound)
        let delta = n - m
        let isOdd = delta % 2 != 0
        let centre = EditScript.mostEdits + 1
        forward[centre + 1] = 0
        backward[centre + 1] = 0
        let most = min(EditScript.mostEdits, (n + m + 1) / 2)
        for edits in 0...most {
            for k in stride(from: -edits, through: edits, by: 2) {
                let goesDown = k == -edits || k != edits && forward[centre + k - 1] < forward[centre + k + 1]
                var x = goesDown ? forward[centre + k + 1] : forward[centre + k - 1] + 1
                while x < n, x - k < m, x - k >= 0, first[x0 + x] == second[y0 + x - k] { x += 1 }
                forward[centre + k] = x
                let other = delta - k
                if isOdd, abs(other) < edits, x + backward[centre + other] >= n, x <= n, x - k <= m, x - k >= 0 {
                    return (x0 + x, y0 + x - k)
                }
            }
            for k in stride(from: -edits, through: edits, by: 2) {
                let goesDown = k == -edits || k != edits && backward[centre + k - 1] < backward[centre + k + 1]
                var x = goesDown ? backward[centre + k + 1] : backward[centre + k - 1] + 1
                while x < n, x - k < m, x - k >= 0, first[x0 + n - 1 - x] == second[y0 + m - 1 - (x - k)] { x += 1 }
                backward[centre + k] = x
                let other = delta - k
                if !isOdd, abs(other) <= edits, x + forward[centre + other] >= n, x <= n, x - k <= m, x - k >= 0 {
                    return (x0 + n - x, y0 + m - (x - k))
                }
            }
        }
        return furthest(most, n, m, x0, y0, centre)
    }

    /// The place furthest along on the paths found so far, from the start or from the end.
    private func furthest(_ edits: Int, _ n: Int, _ m: Int, _ x0: Int, _ y0: Int, _ centre: Int) -> (Int, Int) {
        var (best, place) = (-1, (x0, y0))
        for k in stride(from: -edits, through: edits, by: 2) {
            let (x, back) = (min(forward[centre + k], n), min(backward[centre + k], n))
            if (0...m).contains(x - k), 2 * x - k > best { (best, place) = (2 * x - k, (x0 + x, y0 + x - k)) }
            if (0...m).contains(back - k), 2 * back - k > best {
                (best, place) = (2 * back - k, (x0 + n - back, y0 + m - (back - k)))
            }
        }
        return place
    }
}
