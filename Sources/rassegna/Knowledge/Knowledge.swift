import Entities
import Model
import Resources
import Synchronization
import Views

/// The catalogue built into the program and what recognises with it, read when first asked for.
final class Knowledge: Sendable {
    /// The catalogue and its recogniser, which share their tables.
    private struct Loaded {
        let catalogue: Catalogue
        let annotator: Annotator
    }

    private let loaded = Mutex<Loaded?>(nil)
    private let named = Mutex<[String: [NamedCompany.Name]]?>(nil)

    /// What recognises companies and amounts.
    var annotator: Annotator { load().annotator }

    /// The companies.
    var catalogue: Catalogue { load().catalogue }

    /// Every company's names by its canonical name: its own, then aliases, units, products and ticker symbols.
    var names: [String: [NamedCompany.Name]] {
        named.withLock { named in
            if let named { return named }
            var fresh: [String: [NamedCompany.Name]] = [:]
            for company in catalogue.companies {
                let names = [company.name] + company.aliases + company.units + company.products
                let symbols = company.tickers.compactMap { $0.split(separator: ":").last.map(String.init) }
                fresh[company.name.text] = (names.map(\.text) + symbols).map(NamedCompany.Name.init)
            }
            named = fresh
            return fresh
        }
    }

    private func load() -> Loaded {
        loaded.withLock { loaded in
            if let loaded { return loaded }
            let catalogue = Knowledge.builtIn()
            let fresh = Loaded(catalogue: catalogue, annotator: Annotator(catalogue))
            loaded = fresh
            return fresh
        }
    }

    /// The built-in catalogue; a test holds it to its rules, so that it can always be read.
    private static func builtIn() -> Catalogue {
        do {
            return try Catalogue(parsing: {
                let text = rassegna_catalogue()
                return UnsafeBufferPointer(start: text.bytes, count: text.size)
            })
        } catch {
            preconditionFailure("the built-in catalogue can be read: \(error)")
        }
    }
}

extension Annotator {
    /// What is recognised in an article's text, its furniture left out.
    func annotate(_ article: ParsedArticle) -> Annotation {
        annotate(text: article.text, blocks: article.blocks, language: article.language)
    }
}
