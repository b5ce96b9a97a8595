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
    }

    private let opened = Mutex<Result<Opened, any Error>?>(nil)
    private let answers = Mutex<[Answer]>([])
    private let queue = DispatchQueue(label: "rassegna.opening", qos: .userInteractive)

    /// Begins to open a library.
    init(open: @escaping @Sendable () throws -> (Library, Knowledge)) {
        queue.async { [self] in
            let result = Result {
                let (library, knowledge) = try open()
                return Opened(library: library, knowledge: knowledge)
            }
            opened.withLock { $0 = result }
        }
    }

    /// Has requests answered as soon as the library is open.
    func ask(_ requests: [Effect]) {
        queue.async { [self] in
            guard case .success(let opened) = opened.withLock({ $0 }) else { return }
            let runner = EffectRunner(library: opened.library, knowledge: opened.knowledge)
            let found = requests.flatMap { runner.answers(to: $0) }
            answers.withLock { $0 += found }
        }
    }

    /// Waits for the library and what the requests so far came to.
    func wait() throws -> (Opened, [Answer]) {
        queue.sync {}
        guard let result = opened.withLock({ $0 }) else { preconditionFailure("a finished opening has a result") }
        return (try result.get(), answers.withLock { $0 })
    }
}

extension Importer {
    /// What reads files into a library that was opened.
    init(_ opened: LibraryOpening.Opened) {
        self.init(library: opened.library, knowledge: opened.knowledge)
    }
}
