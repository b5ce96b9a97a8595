import Model
import Terminal
import Views

/// An entity of the article that the user is about to correct.
struct Correcting: Equatable {
    /// What the picked company is for.
    enum Wanted: Equatable {
        case meaning, sameness
    }

    /// The words as they stand in the article.
    var surface: String
    /// What they were taken for.
    var mention: Mention
    /// What the picker is open for; `nil` while the menu is.
    var wanted: Wanted?

    /// What can be said of it, in the order of the menu, each with the key that says it.
    var lines: [Line] {
        let isCompany = mention.kind == .company
        let kinds: [(Unicode.Scalar, Mention.Kind, String)] = [
            ("p", .person, "is a person"), ("l", .place, "is a place"), ("r", .product, "is a product"),
            ("o", .organization, "is an organisation"),
        ]
        var lines = [Line(key: "n", text: isCompany ? "not a company" : "not a name", choice: .say(.notAName))]
        lines += kinds.map { key, kind, text in
            Line(key: key, text: text, choice: .say(.kind(kind)), isOn: mention.kind == kind)
        }
        lines.append(Line(key: "m", text: "means company …", choice: .pick(.meaning)))
        if let company = mention.company {
            lines.append(Line(key: "s", text: "\(company) is the same as …", choice: .pick(.sameness)))
        }
        lines.append(Line(key: "c", text: "new company", choice: .say(.newCompany(surface))))
        return lines
    }

    /// A line of the menu.
    struct Line: Equatable {
        var key: Unicode.Scalar
        var text: String
        var choice: Choice
        var isOn = false
    }

    /// What a line of the menu leads to.
    enum Choice: Equatable {
        case say(Correction.Verdict)
        case pick(Wanted)
    }
}

/// Correcting what was recognised in an article.
extension App {
    /// `e`: what can be said of the chosen entity.
    mutating func showVerdicts() -> [Effect] {
        guard screen.focus == .reader, let reader = screen.reader, let mention = reader.mention else {
            let keys = keyMap.firstLabel(of: .nextEntity).map { "\($0) chooses one" } ?? "choose one"
            say("Correct which entity? While reading, \(keys).")
            return []
        }
        guard mention.kind != .amount else {
            say("This is an amount; only names can be corrected.")
            return []
        }
        // The words on one line, as a correction has them.
        let surface = Correction(reader.article.text.text(at: mention.range), .notAName).surface
        let correcting = Correcting(surface: surface, mention: mention)
        self.correcting = correcting
        let items = correcting.lines.map { MenuState.Item(key: $0.key, text: $0.text, isOn: $0.isOn) }
        screen.overlay = .menu(MenuState(title: "“\(TextWidth.truncated(surface, to: 40))”", items: items))
        return []
    }

    /// Takes a line of the menu.
    mutating func chooseVerdict(_ index: Int) -> [Effect] {
        guard let correcting, correcting.lines.indices.contains(index) else { return [] }
        switch correcting.lines[index].choice {
        case .say(let verdict): return correct(verdict)
        case .pick(let wanted):
            self.correcting?.wanted = wanted
            let title =
                switch wanted {
                case .meaning: "“\(TextWidth.truncated(correcting.surface, to: 30))” means"
                case .sameness: "\(TextWidth.truncated(correcting.mention.company ?? "", to: 30)) is the same as"
                }
            return pickCompany(PickerState(title: title, takesNew: true))
        }
    }

    /// No company answers what is typed in the picker: where one may be new, it is taken for its name.
    mutating func acceptTyped(_ picker: PickerState) -> [Effect] {
        let name = Correction(picker.line.line, .notAName).surface
        guard picker.takesNew, !picker.isLoading, !name.isEmpty else { return [] }
        return correct(with: name)
    }

    /// The picked company completes what is said.
    mutating func correct(with company: String) -> [Effect] {
        guard let correcting else { return [] }
        switch correcting.wanted {
        case .meaning, nil: return correct(.means(company))
        case .sameness:
            guard let from = correcting.mention.company, from != company else {
                self.correcting = nil
                screen.overlay = nil
                say("\(company) is one company already.")
                return []
            }
            return correct(.sameAs(from: from, to: company))
        }
    }

    private mutating func correct(_ verdict: Correction.Verdict) -> [Effect] {
        guard let correcting else { return [] }
        self.correcting = nil
        screen.overlay = nil
        return [.correct(Correction(correcting.surface, verdict))]
    }
}

/// What came of corrections.
extension App {
    /// `“Acme” is not a name; 12 articles to read again. u undoes.`
    mutating func take(_ change: Change, _ turn: Answer.Turn, reach: Int) -> [Effect] {
        let subject = change.subject ?? "\(change.count) corrections"
        let what = (change.action == .corrected ? "" : "no longer ") + subject
        let articles = "\(RereadingProgress.figure(reach)) article\(reach == 1 ? "" : "s") to read again"
        let undo = keyMap.firstLabel(of: .undo).map { " \($0) undoes." } ?? ""
        switch turn {
        case .made: say("\(what); \(articles).\(undo)", .good)
        case .undone: say("Undone: \(what); \(articles).", .good)
        case .redone: say("Done again: \(what); \(articles).", .good)
        }
        return (screen.reader.map { [.reread($0.article.row.id)] } ?? []) + [.loadNames]
    }

    /// The article at hand was read again: it is shown anew, where it stands.
    mutating func takeReread(_ article: Article?, _ id: ArticleID) -> [Effect] {
        guard let article, screen.reader?.article.row.id == id else { return [] }
        screen.reader?.update(mentions: article.mentions, companies: article.companies, row: article.row)
        screen.reader?.highlight(screen.articles.matches)
        return reload()
    }

    /// Articles were read again in the background: what is shown of them is asked for anew.
    mutating func take(_ progress: RereadingProgress?, _ changed: Set<ArticleID>) -> [Effect] {
        screen.rereading = progress
        guard !changed.isEmpty else { return [] }
        let shown = screen.reader?.article.row.id
        return reload() + (shown.map { changed.contains($0) ? [.refetch($0)] : [] } ?? [])
    }
}

extension String {
    /// The text at a range of UTF-8 bytes.
    fileprivate func text(at range: Range<Int>) -> String {
        let bounds = range.clamped(to: 0..<utf8.count)
        let start = utf8.index(utf8.startIndex, offsetBy: bounds.lowerBound)
        return String(decoding: utf8[start..<utf8.index(start, offsetBy: bounds.count)], as: UTF8.self)
    }
}
