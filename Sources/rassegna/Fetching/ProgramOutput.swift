import Foundation
import Synchronization

/// What another program prints. It is started with an argument array, never through a shell, and found as a shell would
/// find it.
struct ProgramOutput {
    private let command: [String]
    /// How long the program may take: it may ask its user for something.
    private static let patience = DispatchTimeInterval.seconds(60)
    /// The most that is read, in bytes.
    private static let most = 64 << 10

    init(_ command: [String]) {
        self.command = command
    }

    /// Runs the program to its end; `nil` when it could not be started, failed, or took too long.
    func run() -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["--"] + command
        let pipe = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        guard (try? process.run()) != nil else { return nil }
        let watch = DispatchWorkItem { [process] in process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + ProgramOutput.patience, execute: watch)
        let data = (try? pipe.fileHandleForReading.read(upToCount: ProgramOutput.most)) ?? Data()
        ended.wait()
        watch.cancel()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else { return nil }
        return String(decoding: data, as: UTF8.self)
    }
}
