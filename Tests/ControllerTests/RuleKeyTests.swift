import Controller
import Model
import Terminal
import TestSupport
import Testing
import Views

struct RuleKeyTests {
    @Test func `the bottom line says after a refresh what rules have hidden`() {
        var reader = Reader(articles: 3)
        var summary = RefreshSummary(sources: 2, added: 7)
        summary.hidden = [HiddenCount(rule: "gossip", articles: 3), HiddenCount(rule: "oroscopi", articles: 1)]
        _ = update(&reader.app, .answer(.refreshed(summary)))
        #expect(
            reader.notice
                == "7 new articles from 2 sources; 3 articles hidden by \"gossip\", 1 by \"oroscopi\".")
    }
}
