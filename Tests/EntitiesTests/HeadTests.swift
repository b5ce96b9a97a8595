import Entities
import Model
import Testing

@Suite struct HeadTests {
    @Test func `names are recognised in the first megabyte of a text, and never half a letter is read`() throws {
        let annotator = try SmallCatalogue.shared.get()
        for filler in ["parola ", "è", "株式"] {
            let middle = String(repeating: filler, count: (1 << 20) / filler.utf8.count + 1)
            let text = "La quota vale 2 miliardi di euro. " + middle + " La quota vale 3 miliardi di euro."
            let blocks = [Block(0..<text.utf8.count, .paragraph)]
            let mentions = annotator.annotate(text: text, blocks: blocks, language: .italian).mentions
            #expect(mentions.map(\.range) == [14..<32])
        }
    }
}
