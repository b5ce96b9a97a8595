/// The characters with combining marks that a canvas shows, each once, as scalar values with the base first.
struct Clusters: Equatable, Sendable {
    /// Most scalars of one: ncurses keeps a base and four marks in a cell; what goes beyond is left out.
    static let longest = 5

    /// By number.
    private(set) var all: [[UInt32]] = []
    private var numbers: [[UInt32]: Int] = [:]

    /// The number of a cluster, given now where it is new.
    mutating func number(of scalars: [UInt32]) -> Int {
        if let number = numbers[scalars] { return number }
        let number = all.count
        all.append(scalars)
        numbers[scalars] = number
        return number
    }

    /// The scalar values that a cell shows.
    func scalars(of cell: Cell) -> [UInt32] {
        cell.cluster.map { all[$0] } ?? [cell.code]
    }

    /// The same clusters have the same numbers.
    static func == (left: Clusters, right: Clusters) -> Bool {
        left.all == right.all
    }
}
