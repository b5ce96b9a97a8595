import Model
import Terminal
import TestSupport
import Views

/// States of the main screen that several tests draw.
enum Screens {
    /// Two rival firms, one contract: every kind of block and entity.
    static let deal = Article.drawn(
        outlet: "Il Telaio", url: "https://telaio.example/deal",
        lines: [
            "Due rivali, un solo data center",
            "Per mesi ne hanno parlato a porte chiuse; da ieri è ufficiale. OpenAI userà anche i server di Google "
                + "Cloud, la stessa Google che con Gemini le contende i clienti. Il contratto vale 2,4 miliardi di dollari.",
            "# Che cosa cambia per Redmond?",
            "Microsoft resta il primo fornitore, assicura Satya Nadella da Seattle.",
            "- TPU per l’inferenza",
            "> Un fornitore solo è un rischio",
            "~ Condividi su Facebook",
            "~ Iscriviti alla newsletter di OpenAI",
        ],
        mentions: [
            ("OpenAI", .company, "OpenAI", .name), ("Google Cloud", .company, "Google", .alias),
            ("stessa Google", .company, "Google", .name), ("Gemini", .product, "Google", .product),
            ("2,4 miliardi di dollari", .amount, nil, nil), ("Redmond", .company, "Microsoft", .metonym),
            ("Microsoft", .company, "Microsoft", .name), ("Satya Nadella", .person, nil, .name),
            ("Seattle", .place, nil, .name), ("TPU", .product, "Google", .product),
        ])

    /// The reader with four companies, two sources and some articles, the first one shown.
    static func main(_ width: Int, _ height: Int, focus: Pane = .articles) -> MainState {
        var state = MainState(size: Size(width: width, height: height), now: .testNow)
        state.focus = focus
        state.hints = ["j/k move", "Enter read", "Space next", "m read", "s star", "c company", "/ search", "? help"]
        state.articles.rows = [
            deal.row, .drawn(id: 2, title: "Mountain View affitta le sue TPU", outlet: "Bit e Bilanci"),
            .drawn(id: 3, title: "ChatGPT cambia casa, ma solo a metà", outlet: "Cloud Quotidiano", isRead: true),
            .drawn(id: 330, title: "世界 🎉 e\u{301} tab\there", outlet: nil, isRead: true, isStarred: true),
        ]
        state.articles.count = Count(total: 38, unread: 12)
        state.companies.replace(
            count: Count(total: 212, unread: 38),
            companies: [
                CompanyRow(name: "OpenAI", isFollowed: true, unread: 12, articles: 38, weeks: [1, 2, 1, 3, 9, 5]),
                CompanyRow(name: "Google", unread: 9, articles: 31, weeks: [2, 2, 3, 3, 5, 5]),
                CompanyRow(name: "Istituto per la Ricostruzione Industriale", unread: 0, articles: 4, weeks: []),
            ],
            outlets: [SourceRow(name: "Il Telaio", unread: 12, articles: 40)])
        let layout = state.layout
        if let pane = layout.reader {
            state.reader = ReaderState(
                deal, isOpen: focus == .reader, window: ReaderFrame.window(of: pane), now: .testNow, zone: .utc)
        }
        return state
    }
}
