import Entities
import Model
import Resources
import Synchronization
import Views

/// The catalogue built into the program, with the user's own companies, and what recognises with it; read when first
/// asked for, and again when the user's file has changed.
final class Knowledge: Sendable {
    /// The catalogue and its recogniser, which share their tables.
    private struct Loaded {
        let catalogue: Catalogue
        /// What recognises; a reader in which nothing is recognised does without the model.
        var annotator: Annotator?
        let base: Int64
        /// Names that the user gives to another company than the built-in catalogue does.
        let implied: [Correction]
        let mark: CompanyFile.Mark?
        let problems: [OwnCompany.Problem]
        var names: [String: [NamedCompany.Name]]?
        var isReported = false
    }

    private let loaded = Mutex<Loaded?>(nil)
    private let corrections = Mutex(Corrections())
    private let file: CompanyFile?
    /// The user's rules for new articles.
    let rules: RuleFile
    /// The user's file as it was when last looked at; the catalogue may be read later.
    private let seen: Mutex<CompanyFile.Mark?>

    /// The built-in catalogue, with the companies of a file of the user's, and the user's rules.
    init(_ file: CompanyFile? = nil, rules: RuleFile = RuleFile(folder: nil)) {
        self.file = file
        self.rules = rules
        seen = Mutex(file?.mark)
    }

    /// The built-in catalogue with the companies of the user's settings.
    static func ofUser() -> Knowledge {
        let folder = Environment.current.settingsFolder
        return Knowledge(CompanyFile(folder: folder), rules: RuleFile(folder: folder))
    }

    /// What recognises companies and amounts, without the user's corrections.
    var annotator: Annotator { annotator(of: loaded.withLock { load(&$0) }) }

    /// What recognises with what was loaded then, which may no longer be what is loaded now.
    private func annotator(of known: Loaded) -> Annotator {
        loaded.withLock { loaded in
            let isInForce = loaded?.base == known.base
            if isInForce, let annotator = loaded?.annotator { return annotator }
            let fresh = Annotator(known.catalogue, model: Knowledge.model())
            if isInForce { loaded?.annotator = fresh }
            return fresh
        }
    }

    /// The companies.
    var catalogue: Catalogue { loaded.withLock { load(&$0).catalogue } }

    /// The corrections that queries follow.
    var inForce: Corrections { corrections.withLock { $0 } }

    /// Has queries follow corrections, the oldest first.
    func hold(_ log: [Correction]) {
        let compiled = Corrections(log)
        corrections.withLock { $0 = compiled }
    }

    /// What recognises with corrections, the oldest first; queries follow them from now on.
    func recogniser(_ log: [Correction]) -> Recogniser {
        hold(log)
        let known = loaded.withLock { load(&$0) }
        return Recogniser(base: known.base, implied: known.implied, log: log) { [self] in annotator(of: known) }
    }

    /// Every company's names by its canonical name: its own, then aliases, units, products, metonyms and ticker symbols.
    var names: [String: [NamedCompany.Name]] {
        loaded.withLock { loaded in
            if let names = load(&loaded).names { return names }
            var fresh: [String: [NamedCompany.Name]] = [:]
            for company in load(&loaded).catalogue.companies {
                let names = [company.name] + company.aliases + company.units + company.products + company.metonyms
                let symbols = company.tickers.compactMap { $0.split(separator: ":").last.map(String.init) }
                fresh[company.name.text] = (names.map(\.text) + symbols).map(NamedCompany.Name.init)
            }
            loaded?.names = fresh
            return fresh
        }
    }

    private func load(_ loaded: inout Loaded?) -> Loaded {
        if let loaded { return loaded }
        let mark = file?.mark
        let contents = file?.read() ?? CompanyFile.Contents()
        let joined = contents.companies.isEmpty ? nil : CatalogueText(Knowledge.text(), adding: contents.companies)
        let catalogue = joined.flatMap { try? Catalogue(parsing: $0.bytes) } ?? Knowledge.builtIn()
        var fingerprint = Fingerprint()
        fingerprint.add(Annotator.revision)
        if let joined { fingerprint.add(joined.bytes) } else { fingerprint.add(Knowledge.text()) }
        fingerprint.add(Int64(bitPattern: NameModel.fingerprint(of: Knowledge.modelBytes())))
        let fresh = Loaded(
            catalogue: catalogue, base: fingerprint.value,
            implied: contents.companies.flatMap { $0.contested(in: catalogue) }, mark: mark,
            problems: (contents.problems + (joined?.problems ?? [])).sorted { $0.line < $1.line })
        loaded = fresh
        rassegna_give_back(rassegna_catalogue())
        rassegna_give_back(rassegna_model())
        return fresh
    }

    /// The records that are built into the program.
    private static func text() -> UnsafeBufferPointer<UInt8> {
        let text = rassegna_catalogue()
        return UnsafeBufferPointer(start: text.bytes, count: text.size)
    }

    /// The built-in catalogue; a test holds it to its rules, so that it can always be read.
    private static func builtIn() -> Catalogue {
        do {
            return try Catalogue(parsing: text)
        } catch {
            preconditionFailure("the built-in catalogue can be read: \(error)")
        }
    }
}

extension Knowledge {
    private static func modelBytes() -> UnsafeRawBufferPointer {
        let file = rassegna_model()
        return UnsafeRawBufferPointer(start: file.bytes, count: file.size)
    }

    /// The built-in model; a test holds it to its form, so that it can always be read.
    private static func model() -> NameModel {
        defer { rassegna_give_back(rassegna_model()) }
        do {
            return try NameModel(parsing: modelBytes())
        } catch {
            preconditionFailure("the built-in model can be read: \(error)")
        }
    }
}

extension Knowledge {
    /// What came of a look at the user's companies.
    struct Look {
        /// Whether the file has changed since the last look.
        var hasChanged = false
        /// What is wrong in it; empty when that has been said before.
        var problems: [OwnCompany.Problem] = []
        /// The file's path.
        var path = ""

        /// What is wrong, with the file's path.
        var complaints: [String] { problems.map { "\(path), line \($0.line): \($0.reason)" } }

        /// What is wrong first, for the bottom line: `companies.toml, line 3: ... (and 2 more)`.
        var summary: String? {
            problems.first.map { problem in
                let others = problems.count == 1 ? "" : " (and \(problems.count - 1) more)"
                return "companies.toml, line \(problem.line): \(problem.reason)\(others)"
            }
        }
    }

    /// Looks whether the user's companies have changed, and takes them in if so.
    func look() -> Look {
        guard let file else { return Look() }
        return loaded.withLock { loaded in
            var look = Look(path: file.path)
            let mark = file.mark
            look.hasChanged = seen.withLock { seen in
                defer { seen = mark }
                return seen != mark
            }
            if let known = loaded, known.mark != mark { loaded = nil }
            // Without the file there is nothing to complain of, and so no catalogue to be read for it.
            guard loaded != nil || file.mark != nil else { return look }
            let known = load(&loaded)
            if !known.isReported { look.problems = known.problems }
            loaded?.isReported = true
            return look
        }
    }
}

extension Annotator {
    /// What is recognised in an article's text, its furniture left out.
    func annotate(_ article: ParsedArticle) -> Annotation {
        annotate(text: article.text, blocks: article.blocks, language: article.language)
    }
}
