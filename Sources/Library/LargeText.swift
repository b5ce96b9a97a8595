import GRDB

extension Statement {
    /// From how many bytes of UTF-8 on a text is let go of once it is stored.
    private static let large = 1 << 20

    /// Executes with values of which one may be a large text.
    ///
    /// A statement keeps its last values as long as it lives, and cached ones live as long as the library.
    func execute(_ arguments: StatementArguments, with text: String) throws {
        defer { if text.utf8.count >= Statement.large { setUncheckedArguments(StatementArguments()) } }
        try execute(arguments: arguments)
    }
}
