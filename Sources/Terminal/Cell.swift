/// One column of one row: the left half of a wide character, its right half, or a whole narrow one.
///
/// It takes 8 bytes. A character with combining marks is kept in its canvas, which alone can tell what it shows.
public struct Cell: Equatable, Sendable {
    /// A scalar, or the number of a cluster with `clusterBit` set.
    let code: UInt32
    /// Columns of the character that begins here: 1 or 2; 0 in the right half of a wide one.
    public let width: UInt8
    /// How it looks.
    public internal(set) var style: Style

    /// The bit that tells a cluster's number from a scalar.
    private static let clusterBit: UInt32 = 1 << 31

    init(code: UInt32, width: UInt8, style: Style) {
        self.code = code
        self.width = width
        self.style = style
    }

    init(cluster: Int, width: UInt8, style: Style) {
        self.init(code: UInt32(cluster) | Cell.clusterBit, width: width, style: style)
    }

    /// An empty cell.
    static func blank(_ style: Style) -> Cell {
        Cell(code: 0x20, width: 1, style: style)
    }

    /// The right half of a wide character.
    static func rightHalf(_ style: Style) -> Cell {
        Cell(code: 0, width: 0, style: style)
    }

    /// Which of the canvas's clusters it shows; `nil` where it shows a single scalar.
    var cluster: Int? {
        code & Cell.clusterBit == 0 ? nil : Int(code & ~Cell.clusterBit)
    }
}
