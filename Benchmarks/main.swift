import Foundation

/// The measurements of docs/performance.md; `Benchmarks/run` calls them one after the other.
let usage = """
    benchmarks library COUNT FILE     stores so many generated articles in a new library, and says how fast
    benchmarks store COUNT FILE       stores so many articles of feeds that are read already, one feed a transaction
    benchmarks difference             comparing two long articles word by word
    benchmarks articles COUNT FOLDER  writes so many generated articles as files
    benchmarks write-feeds COUNT FOLDER  writes so many generated articles as feeds, a hundred each
    benchmarks text                   recognising names, loading the catalogue, parsing files
    benchmarks pages FOLDER           reading the pages in a folder (docs/sources.md)
    benchmarks feeds FOLDER           reading the feeds under a folder
    benchmarks load                   loading the catalogue
    benchmarks annotated COUNT FILE   stores so many articles that are annotated already, and says how fast
    benchmarks queries FILE           searches in such a library
    benchmarks start PROGRAM FOLDER... from start to first screen, libraries in folders of data, beside sqlite3
    """

let arguments = Array(CommandLine.arguments.dropFirst())
do {
    switch (arguments.first, arguments.dropFirst().first.flatMap { Int($0) }, arguments.count) {
    case ("library", .some(let count), 3): try measureStoring(count, path: arguments[2])
    case ("annotated", .some(let count), 3): try measureStoringAnnotated(count, path: arguments[2])
    case ("queries", nil, 2): try measureQueries(path: arguments[1])
    case ("store", .some(let count), 3): try measureStoringAlone(count, path: arguments[2])
    case ("articles", .some(let count), 3): try Corpus().write(count, to: arguments[2])
    case ("write-feeds", .some(let count), 3): try writeFeeds(count, to: arguments[2])
    case ("text", nil, 1): try measureText()
    case ("pages", nil, 2): try measurePages(folder: arguments[1])
    case ("feeds", nil, 2): try measureFeeds(folder: arguments[1])
    case ("difference", nil, 1): measureDifference()
    case ("load", nil, 1): try measureLoading()
    case ("start", nil, 3...): try measureStart(program: arguments[1], folders: Array(arguments.dropFirst(2)))
    default:
        print(usage)
        exit(2)
    }
} catch {
    FileHandle.standardError.write(Data("benchmarks: \(error)\n".utf8))
    exit(1)
}
