import Controller
import Dispatch
import Foundation
import Library
import Model
import Synchronization
import Terminal
import TestSupport
import Testing
import Views

@testable import rassegna

/// Sources in the whole program without a terminal.
struct SourceSessionTests {
    @Test func `a feed is added, its articles appear, and R brings more without moving the cursor`() throws {
        let library = try SampleReader.library()
        let errands = FakeErrands(library, [.articles(["Prima notizia"]), .articles(["Seconda notizia"])])
        var reader = SampleReader(library: library, errands: errands)
        let chosen = try #require(reader.screen.articles.selected?.id)
        try reader.type("ahttps://telaio.example/feed<Enter>")
        #expect(reader.screen.notice?.text == "Bottega added: 1 articles.")
        #expect(reader.screen.articles.count?.total == 29)
        #expect(reader.screen.articles.selected?.id == chosen)
        #expect(reader.text.contains("Prima notizia"))
        try reader.type("h<Enter>")
        #expect(reader.rows[0].contains("source:Bottega"))
        #expect(reader.screen.articles.rows.map(\.title) == ["Prima notizia"])
        try reader.type("R")
        #expect(reader.screen.notice?.text == "1 new article from 1 source.")
        #expect(reader.screen.articles.rows.map(\.title).sorted() == ["Prima notizia", "Seconda notizia"])
        #expect(reader.screen.articles.selected?.title == "Prima notizia")
        #expect(reader.screen.companies.sources.map(\.articles) == [2])
        #expect(!reader.screen.companies.outlets.contains { $0.name == "Bottega" })
    }

    @Test func `a source that fails is marked, says why, and is well again after a good answer`() throws {
        let library = try SampleReader.library()
        let errands = FakeErrands(library, [.articles(["Una"]), .problem("cannot reach telaio.example: timed out")])
        var reader = SampleReader(library: library, errands: errands)
        try reader.type("ahttps://telaio.example/feed<Enter>hr")
        #expect(reader.rows.contains { $0.contains("! Bottega") })
        #expect(reader.screen.notice?.text == "Bottega: cannot reach telaio.example: timed out")
        try reader.type("kj")
        #expect(reader.rows.last?.contains("last good 21 Nov 12:00 · cannot reach telaio.example: timed out") == true)
        try reader.type("r")
        #expect(!reader.rows.contains { $0.contains("! Bottega") })
    }

    @Test func `a source is renamed, tagged and removed, and its articles stay`() throws {
        let library = try SampleReader.library()
        var reader = SampleReader(library: library, errands: FakeErrands(library, [.articles(["Una"])]))
        try reader.type("ahttps://telaio.example/feed<Enter>hen<C-u>Officina<Enter>etTech/Italia<Enter>")
        let source = try #require(library.sources().first)
        #expect(source.name == "Officina" && source.tags == ["Tech/Italia"])
        #expect(reader.rows.contains { $0.contains("▾ Italia") })
        #expect(reader.rows.contains { $0.contains("Officina") })
        try reader.type("xy")
        #expect(try library.sources().isEmpty)
        #expect(reader.screen.notice?.text == "Source Officina removed. u undoes.")
        #expect(reader.screen.companies.count.total == 29)
        #expect(reader.screen.companies.outlets.contains { $0.name == "Bottega" })
        try reader.type("u")
        #expect(reader.screen.notice?.text == "Undone: Source Officina removed.")
        #expect(reader.screen.companies.sources.map(\.name) == ["Officina"])
        try reader.type("H")
        #expect(reader.rows.contains { $0.contains("source Officina removed") && $0.contains("undone") })
    }

    @Test func `one of several feeds is picked, and what is nowhere is said`() throws {
        let library = try SampleReader.library()
        let errands = FakeErrands(library)
        var reader = SampleReader(library: library, errands: errands)
        try reader.type("ahttps://telaio.example/many<Enter>")
        #expect(reader.text.contains("Feed b  https://telaio.example/b"))
        try reader.type("2")
        #expect(errands.asked.withLock { $0.last } == "add https://telaio.example/b")
        try reader.type("anirgendwo<Enter>")
        #expect(reader.screen.notice?.text == "There is no file or folder nirgendwo.")
        try reader.type("<Enter>F")
        #expect(reader.screen.fetchingPage == nil)
    }

    @Test func `an empty library takes a feed, and one that adds nothing leaves it empty`() throws {
        let library = try SampleReader.emptyLibrary()
        var reader = SampleReader(library: library, errands: FakeErrands(library, [.articles(["Una"])]))
        #expect(reader.screen.libraryIsEmpty)
        try reader.type("anirgendwo<Enter>")
        #expect(reader.screen.libraryIsEmpty)
        try reader.type("ahttps://telaio.example/feed<Enter>")
        #expect(!reader.screen.libraryIsEmpty)
        #expect(reader.screen.articles.rows.map(\.title) == ["Una"])
    }
}

/// Errands beside the screen.
struct SourceMailTests {
    /// A refresh that goes on until it is ended.
    private final class Endless: SourceErrands {
        private let end = DispatchSemaphore(value: 0)
        let begun = DispatchSemaphore(value: 0)

        func add(_ place: String) -> Answer { .sources(Notice(place), added: nil) }
        func refresh(_ target: RefreshTarget, progress: @escaping (FetchProgress) -> Void) -> RefreshSummary {
            progress(FetchProgress(done: 1, total: 2))
            begun.signal()
            end.wait()
            return RefreshSummary(sources: 1, isCancelled: true)
        }
        func cancel() { end.signal() }
        func fetchPage(of id: ArticleID) -> Answer { .wholePage(id, nil, Notice("")) }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a refresh keeps neither the caller nor other errands waiting, and ends when it is told to`() throws {
        let answers = Mutex<[Answer]>([])
        let come = DispatchSemaphore(value: 0)
        let errands = Endless()
        let mail = SourceMail(errands) { answer in
            answers.withLock { $0.append(answer) }
            come.signal()
        }
        #expect(mail.post(.refresh(.all)))
        errands.begun.wait()
        #expect(mail.post(.addSource("x")))
        come.wait()
        come.wait()
        #expect(
            answers.withLock { $0 } == [
                .refreshing(FetchProgress(done: 1, total: 2)), .sources(Notice("x"), added: nil),
            ])
        #expect(mail.post(.cancelRefresh))
        come.wait()
        #expect(answers.withLock { $0.last } == .refreshed(RefreshSummary(sources: 1, isCancelled: true)))
        #expect(!mail.post(.loadCompanies))
        _ = mail.post(.refresh(.all))
        errands.begun.wait()
        let start = ContinuousClock.now
        mail.stop()
        #expect(ContinuousClock.now - start < .seconds(1))
    }

    @Test(.timeLimit(.minutes(1)))
    func `of steps that come too fast the last one is shown, and none after the end`() throws {
        let steps = Mutex<[Int]>([])
        let come = DispatchSemaphore(value: 0)
        let pace = ProgressPace { step in
            steps.withLock { $0.append(step.done) }
            come.signal()
        }
        for done in 1...5 { pace.put(FetchProgress(done: done, total: 9)) }
        come.wait()
        come.wait()
        #expect(steps.withLock { ($0.first, $0.last) } == (1, 5))
        pace.put(FetchProgress(done: 6, total: 9))
        pace.end()
        pace.put(FetchProgress(done: 7, total: 9))
        Thread.sleep(forTimeInterval: 0.4)
        #expect(!steps.withLock { $0 }.contains(7))
    }
}
