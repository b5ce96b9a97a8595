import Foundation
public import Terminal
public import Testing

extension Canvas {
    /// The canvas as text: the characters of each row, a line `---`, and one letter for the role of each column.
    ///
    /// Spaces at the ends of rows are left out. A column of plain text is a space in the second block; a letter is a
    /// capital in the selected row of a pane, and a selected column of plain text is `T`. The last line is the cursor.
    public var snapshot: String {
        let rows = (0..<size.height).map { trimmed(text(row: $0)) }
        let roles = (0..<size.height).map { row in
            trimmed(String((0..<size.width).map { letter(of: self[$0, row].style) }))
        }
        let place = cursor.map { "cursor \($0.x),\($0.y)" } ?? "no cursor"
        return (rows + ["---"] + roles + [place]).joined(separator: "\n") + "\n"
    }

    private func trimmed(_ row: String) -> String {
        String(row.reversed().drop { $0 == " " }.reversed())
    }

    private func letter(of style: Style) -> Character {
        let isSelected = !style.marks.isDisjoint(with: [.selected, .current])
        if style.marks.contains(.match) { return isSelected ? "=" : "~" }
        if style.role == .text { return isSelected ? "T" : " " }
        let letter = style.role.letter
        return isSelected ? Character(letter.uppercased()) : letter
    }
}

extension Role {
    /// Its letter in a snapshot.
    var letter: Character {
        switch self {
        case .text: "t"
        case .dim: "d"
        case .title: "i"
        case .heading: "h"
        case .quote: "q"
        case .code: "x"
        case .bar: "b"
        case .barStrong: "v"
        case .header: "z"
        case .border: "j"
        case .company: "c"
        case .organization: "o"
        case .product: "p"
        case .person: "n"
        case .place: "l"
        case .amount: "a"
        case .unread: "u"
        case .starred: "s"
        case .count: "#"
        case .spark: "k"
        case .link: "w"
        case .furniture: "f"
        case .prompt: "r"
        case .error: "e"
        case .match: "m"
        case .removed: "-"
        case .inserted: "+"
        case .good: "g"
        }
    }
}

/// Expects a canvas to look as recorded in `Screens/<name>.txt` beside the test's file.
///
/// Where there is no recording, or with `RECORD=1` in the environment, it is written and the test fails once.
public func expectScreen(
    _ canvas: Canvas, _ name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Screens")
    let recording = folder.appendingPathComponent(name + ".txt")
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    guard !isRecording, let expected = try? String(contentsOf: recording, encoding: .utf8) else {
        record(canvas, in: recording, sourceLocation)
        return
    }
    guard canvas.snapshot != expected else { return }
    Issue.record(
        "\(name) looks different\n\(difference(expected, canvas.snapshot))", sourceLocation: sourceLocation)
}

private func record(_ canvas: Canvas, in file: URL, _ sourceLocation: SourceLocation) {
    do {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try canvas.snapshot.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("recorded \(file.path); look at it and run again", sourceLocation: sourceLocation)
    } catch {
        Issue.record("cannot record \(file.path): \(error)", sourceLocation: sourceLocation)
    }
}

/// The lines that differ, recorded ones after `-` and new ones after `+`.
private func difference(_ expected: String, _ found: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false)
    return (0..<max(old.count, new.count)).flatMap { index -> [String] in
        let before = index < old.count ? old[index] : nil
        let after = index < new.count ? new[index] : nil
        guard before != after else { return [] }
        return [before.map { "\(index + 1) - \($0)" }, after.map { "\(index + 1) + \($0)" }].compactMap { $0 }
    }
    .joined(separator: "\n")
}
