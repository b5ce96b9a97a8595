import Entities
import Library
import Model
import Synchronization

/// All that an article is read with, as it was at one moment: catalogue, rules and the user's corrections.
///
/// The annotator is made when it is first asked for: most readers find nothing to recognise.
struct Recogniser: Sendable {
    private let made: OnceMade<Annotator>
    /// The number of the catalogue and the rules.
    let base: Int64
    /// The corrections that hold, the oldest first.
    let log: [Correction]
    /// The number of all this: equal ones read equally.
    let knowledge: Int64

    /// What recognises with an annotator of a number and a log of corrections, before which stand those that the base
    /// implies.
    init(base: Int64, implied: [Correction], log: [Correction], annotator: @escaping @Sendable () -> Annotator) {
        let all = implied + log
        made = OnceMade { all.isEmpty ? annotator() : annotator().corrected(by: Corrections(all)) }
        self.base = base
        self.log = log
        var fingerprint = Fingerprint()
        fingerprint.add(base)
        for correction in log {
            let verdict = correction.verdict
            for text in [verdict.word, correction.surface, verdict.value ?? "", verdict.origin ?? ""] {
                fingerprint.add(text)
            }
        }
        knowledge = fingerprint.value
    }

    /// What recognises, corrections included.
    var annotator: Annotator { made.value }

    /// What the library reads articles with that it does not have as they are.
    var reading: ArticleReading {
        ArticleReading(knowledge: knowledge) { [made] in made.value.annotate($0) }
    }

    /// What is recognised in a new article.
    func annotate(_ article: ParsedArticle) -> Annotation {
        annotator.annotate(article)
    }

    /// What is recognised in a stored article.
    func annotate(_ article: StaleArticle) -> Annotation {
        annotator.annotate(text: article.text, blocks: article.blocks, language: article.language)
    }
}

/// A value that is made when it is first asked for, by whoever asks first.
private final class OnceMade<Value: Sendable>: Sendable {
    private let known = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
    }

    var value: Value {
        known.withLock { known in
            let value = known ?? make()
            known = value
            return value
        }
    }
}
