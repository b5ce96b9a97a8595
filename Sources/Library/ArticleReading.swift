public import Model

/// What articles are read with on their way into the library.
public struct ArticleReading: Sendable {
    /// Its number: two alike recognise alike; 0 is unknown.
    public let knowledge: Int64
    /// Recognises companies and amounts in an article; may be called from several threads at once.
    public let annotate: @Sendable (ParsedArticle) -> Annotation

    /// A reading of a number.
    public init(knowledge: Int64, annotate: @escaping @Sendable (ParsedArticle) -> Annotation) {
        self.knowledge = knowledge
        self.annotate = annotate
    }
}
