import Controller
import Entities
import Foundation
import Library
import Model
import Terminal
import TestSupport
import Testing
import Views

@testable import rassegna

/// The whole program without a terminal: a library in memory, keys in, frames out.
struct SampleReader {
    let library: Library
    private var play: ScriptPlay

    /// A reader on the sample articles, in a terminal of a size.
    init(width: Int = 160, height: Int = 40) throws {
        try self.init(library: SampleReader.library(), width: width, height: height)
    }

    /// A reader on a library.
    init(
        library: Library, width: Int = 160, height: Int = 40, knowledge: Knowledge = .shared,
        errands: (any SourceErrands)? = nil
    ) {
        self.library = library
        let importer = Importer(library: library, knowledge: knowledge)
        let app = App(size: Size(width: width, height: height), now: .testNow, zone: .utc)
        play = ScriptPlay(app: app, importer: importer, errands: errands)
    }

    /// A library in memory with the sample articles.
    static func library() throws -> Library {
        let library = try emptyLibrary()
        _ = try Importer(library: library, knowledge: Knowledge.shared).addSamples()
        return library
    }

    /// A library in memory without articles.
    static func emptyLibrary() throws -> Library {
        try Library.inMemory(
            now: { .testNow }, resolve: { Knowledge.shared.catalogue.companies(meaning: $0) })
    }

    /// Types keys in the notation of scripts.
    mutating func type(_ script: String) throws {
        play.type(try Key.script(script))
    }

    /// Takes an event in that is no key.
    mutating func take(_ event: AppEvent) {
        play.take(event)
    }

    /// The rows of the last frame.
    var rows: [String] {
        let frame = play.frame
        return (0..<frame.size.height).map { frame.text(row: $0) }
    }

    /// The last frame as one text.
    var text: String { rows.joined(separator: "\n") }
    var frame: Canvas { play.frame }
    var screen: MainState { play.screen }
    var copied: [String] { play.copied }
    var opened: [String] { play.opened }
    var isOver: Bool { play.isOver }
}

extension Knowledge {
    /// The built-in catalogue, read once for all tests.
    static let shared = Knowledge()
}
