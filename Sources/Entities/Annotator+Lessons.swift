package import Model

extension Annotator {
    /// A text as the recogniser sees it, with what the catalogue and the rules say: what the trainer learns from.
    package func sight(text: String, blocks: [Block], language: Language?, lists: NameLists) -> NameSight {
        var text = text
        return text.withUTF8 { bytes in
            let reading = Reading(bytes, blocks: blocks, language: language, lexicon: catalogue.lexicon)
            let candidates = Matcher(reading: reading, names: catalogue.names).candidates()
            let choices = ruled(candidates, in: reading).all
            return NameSight(reading, lists: lists, catalogue: catalogue, candidates: candidates, choices: choices)
        }
    }
}
