import Model

/// A block of a page's text, of its article or not, with what tells the two apart.
struct HTMLPiece {
    /// Where it stands in the text of all pieces.
    var range: Range<Int>
    var kind: Block.Kind
    /// The node with its first letter.
    var node: Int
    /// How many bytes of it are links.
    var linked = 0
    var words = 0
    /// How many commas and the like it has.
    var commas = 0
    /// Whether it ends as a sentence does.
    var isSentence = false
    /// What a picture shows, by its `alt`; no text of the page.
    var isPicture = false
    /// The level of a heading, 1 to 6; 0 of other blocks.
    var level = 0

    /// How many bytes of it are no link.
    var plain: Int { range.count - linked }

    /// Whether most of it is links.
    var isLinked: Bool { linked * 2 > range.count }

    /// Whether it is running text: a sentence, or long enough to be one.
    var isProse: Bool {
        switch kind {
        case .heading, .title, .furniture: false
        case .code: words >= 4
        case .item: words >= 12 && !isLinked && (isSentence || words >= 25)
        case .paragraph, .quote:
            // Cells of a letter or a number each are no sentence, however many.
            !isLinked && range.count >= words * 3
                && (words >= 8 && isSentence || words >= 12 && commas > 1 || words >= 20)
        }
    }

    /// What it weighs as a part of an article.
    var weight: Int {
        if isPicture { return 0 }
        return isProse ? plain : plain / 8
    }
}

/// A link in the text of a page's pieces.
struct HTMLLink {
    var range: Range<Int>
    /// The `a` element.
    var node: Int
}
