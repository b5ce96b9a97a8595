import Controller
import Library
import Model
import Views

/// Changes of sources, which take but a moment.
extension EffectRunner {
    func change(_ effect: Effect) throws -> Answer {
        switch effect {
        case .removeSource(let id):
            return try library.removeSource(id).map { .changed($0, .made) } ?? gone
        case .renameSource(let id, let name):
            try library.renameSource(id, name)
            guard let source = try library.source(id) else { return gone }
            let takesOwn = name.isEmpty && source.kind == .feed
            if takesOwn {
                // It is to be sent whole again, with the name that it gives itself.
                var visits = source.visits
                (visits.entityTag, visits.modified) = (nil, nil)
                try library.note(visits, of: id)
            }
            let text =
                takesOwn
                ? "It takes the name it gives itself, with its next answer" : "Now \(SourceText.name(of: source))"
            return .sources(Notice(text + ".", .good), added: nil)
        case .tagSource(let id, let tags):
            try library.tagSource(id, tags)
            guard let source = try library.source(id) else { return gone }
            let text = source.tags.isEmpty ? "no tags" : source.tags.joined(separator: ", ")
            return .sources(Notice("\(SourceText.name(of: source)): \(text).", .good), added: id)
        case .fetchPages(let id, let always):
            try library.setFetchesPages(id, always)
            guard let source = try library.source(id) else { return gone }
            let text = always ? "the whole page is fetched for each new summary" : "summaries stay what they are"
            return .sources(Notice("\(SourceText.name(of: source)): \(text).", .good), added: nil)
        default: return gone
        }
    }

    private var gone: Answer { .notAdded("This source is no longer in the library.") }
}
