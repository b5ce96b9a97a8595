import Controller
import Dispatch
import Library
import Synchronization

/// A library that is opened, and its first rows read, while the terminal is being taken.
final class LibraryOpening: Sendable {
    /// What an opened library comes with.
    struct Opened: Sendable {
        let library: Library
        let knowledge: Knowledge
        /// What the reader's first requests for rows came to.
        let answers: [Answer]
    }

    private let result = Mutex<Result<Opened, any Error>?>(nil)
    private let work = DispatchGroup()

    /// Begins to open a library and to answer these requests.
    init(requests: [Effect], open: @escaping @Sendable () throws -> (Library, Knowledge)) {
        DispatchQueue.global(qos: .userInteractive).async(group: work) { [self] in
            let opened = Result {
                let (library, knowledge) = try open()
                let runner = EffectRunner(library: library, knowledge: knowledge)
                return Opened(
                    library: library, knowledge: knowledge, answers: requests.flatMap { runner.answers(to: $0) })
            }
            result.withLock { $0 = opened }
        }
    }

    /// Waits for the library.
    func wait() throws -> Opened {
        work.wait()
        guard let result = result.withLock({ $0 }) else { preconditionFailure("finished work has a result") }
        return try result.get()
    }
}

extension Importer {
    /// What reads files into a library that was opened.
    init(_ opened: LibraryOpening.Opened) {
        self.init(library: opened.library, knowledge: opened.knowledge)
    }
}
