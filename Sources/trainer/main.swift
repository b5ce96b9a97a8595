import Foundation

do {
    try Trainer(arguments: Array(CommandLine.arguments.dropFirst())).run()
} catch {
    FileHandle.standardError.write(Data("trainer: \(error)\n".utf8))
    exit(2)
}
