import Synchronization

/// What the thread that fetches is told by others.
final class Inbox: Sendable {
    /// What has come since it last looked.
    struct Mail {
        var jobs: [Job] = []
        /// Everything that came before is taken back.
        var isCancelled = false
        /// Nobody is there any more.
        var isClosed = false
    }

    let bell = Bell()
    private let mail = Mutex(Mail())
    private let bytes = Mutex(0)

    /// The bytes that have come so far.
    var received: Int { bytes.withLock { $0 } }

    /// Notes how many bytes have come so far.
    func note(received: Int) {
        bytes.withLock { $0 = received }
    }

    /// Adds a job.
    func put(_ job: Job) {
        mail.withLock { $0.jobs.append(job) }
        bell.ring()
    }

    /// Takes everything back.
    func cancel() {
        let dropped = mail.withLock { mail in
            defer { mail.jobs = [] }
            mail.isCancelled = true
            return mail.jobs
        }
        bell.ring()
        for job in dropped { job.answer(.failure(.cancelled)) }
    }

    /// Takes everything back, for ever.
    func close() {
        mail.withLock { $0.isClosed = true }
        bell.ring()
    }

    /// What has come.
    func take() -> Mail {
        bell.hush()
        return mail.withLock { mail in
            defer { mail = Mail(isClosed: mail.isClosed) }
            return mail
        }
    }
}

extension Job {
    /// Answers whoever waits.
    func answer(_ result: Result<Response, FetchError>) {
        if case .answer(let receive) = purpose { receive(result) }
    }
}
