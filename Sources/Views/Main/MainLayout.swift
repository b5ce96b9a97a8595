public import Terminal

/// The panes of the main screen, from left to right.
public enum Pane: Int, CaseIterable, Sendable {
    case companies, articles, reader
}

/// Where everything stands on the main screen: three panes from 140 columns, two from 90, else one.
public struct MainLayout: Equatable, Sendable {
    /// The smallest terminal on which everything works.
    public static let smallest = Size(width: 20, height: 5)
    /// Width from which all three panes stand side by side.
    public static let widthForThree = 140
    /// Width from which two panes stand side by side.
    public static let widthForTwo = 90

    /// The first line: program, query, counts, order.
    public let header: Rect
    /// The last line: keys, messages, prompts.
    public let footer: Rect
    /// The pane of companies and sources, its heading included; `nil` when it is not on the screen.
    public let companies: Rect?
    /// The list of articles, its heading included; `nil` when it is not on the screen.
    public let articles: Rect?
    /// The article; `nil` when it is not on the screen.
    public let reader: Rect?
    /// Whether panes have a line of heading of their own.
    public let hasHeadings: Bool

    /// The layout for a size, a focused pane and the reader at full width or not.
    public init(size: Size, focus: Pane, readerIsWide: Bool) {
        header = Rect(x: 0, y: 0, width: size.width, height: 1)
        footer = Rect(x: 0, y: size.height - 1, width: size.width, height: 1)
        hasHeadings = size.height >= 10
        let body = Rect(x: 0, y: 1, width: size.width, height: max(0, size.height - 2))
        let alone = focus == .reader && readerIsWide
        if size.width >= MainLayout.widthForThree, !alone {
            let side = min(36, max(30, size.width / 6))
            let middle = min(64, max(46, size.width * 3 / 10))
            companies = Rect(x: 0, y: body.y, width: side, height: body.height)
            articles = Rect(x: side + 1, y: body.y, width: middle, height: body.height)
            reader = MainLayout.rest(of: body, from: side + middle + 2)
        } else if size.width >= MainLayout.widthForTwo, !alone {
            let left = Rect(x: 0, y: body.y, width: size.width * 2 / 5, height: body.height)
            companies = focus == .companies ? left : nil
            articles = focus == .companies ? nil : left
            reader = MainLayout.rest(of: body, from: left.width + 1)
        } else {
            companies = focus == .companies ? body : nil
            articles = focus == .articles ? body : nil
            reader = focus == .reader ? body : nil
        }
    }

    /// Whether the terminal is too small to show anything but that it is.
    public static func isTooSmall(_ size: Size) -> Bool {
        size.width < smallest.width || size.height < smallest.height
    }

    /// The rows of a pane below its heading.
    public func content(of pane: Rect) -> Rect {
        let heading = hasHeadings ? 1 : 0
        return Rect(x: pane.x, y: pane.y + heading, width: pane.width, height: max(0, pane.height - heading))
    }

    /// Where a pane stands; `nil` when it is not on the screen.
    public func frame(of pane: Pane) -> Rect? {
        switch pane {
        case .companies: companies
        case .articles: articles
        case .reader: reader
        }
    }

    /// The pane under a point.
    public func pane(at point: Point) -> Pane? {
        Pane.allCases.first { frame(of: $0)?.contains(point) ?? false }
    }

    private static func rest(of body: Rect, from x: Int) -> Rect {
        Rect(x: x, y: body.y, width: body.width - x, height: body.height)
    }
}
