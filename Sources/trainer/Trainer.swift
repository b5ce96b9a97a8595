import Entities
import Foundation
import Model
import Resources

/// Trains the recogniser and says how good it is.
struct Trainer {
    private var folders: [String] = []
    private var names = ""
    private var held: Set<String> = []
    private var output: String?
    private var model: String?
    private var gold: [String] = []
    private var training = Training()
    private var showsErrors = false
    private var business = 2

    /// Reads the command line.
    init(arguments: [String]) throws {
        var rest = arguments[...]
        while let word = rest.popFirst() {
            switch word {
            case "--data": folders.append(rest.popFirst() ?? "")
            case "--names": names = rest.popFirst() ?? ""
            case "--hold": held.formUnion((rest.popFirst() ?? "").split(separator: ",").map(String.init))
            case "--model": model = rest.popFirst()
            case "--gold": gold.append(rest.popFirst() ?? "")
            case "--out": output = rest.popFirst()
            case "--rounds": training.rounds = rest.popFirst().flatMap { Int($0) } ?? training.rounds
            case "--seed": training.seed = rest.popFirst().flatMap { UInt64($0) } ?? training.seed
            case "--blind": training.blindness = rest.popFirst().flatMap { Double($0) } ?? training.blindness
            case "--dropout": training.dropout = rest.popFirst().flatMap { Double($0) } ?? training.dropout
            case "--step": training.step = rest.popFirst().flatMap { Float($0) } ?? training.step
            case "--business": business = rest.popFirst().flatMap { Int($0) } ?? business
            case "--errors": showsErrors = true
            default: throw TrainerError.usage(word)
            }
        }
    }

    /// Learns from all files that are not held out, tests on those that are, and writes the model.
    func run() throws {
        let files = try TrainingFile.all(in: folders)
        let isHeld = files.map { held.contains($0.group) || held.contains($0.name) }
        let catalogue = try builtInCatalogue()
        if let model {
            let data = try Data(contentsOf: URL(fileURLWithPath: model))
            let parsed = try data.withUnsafeBytes { try NameModel(parsing: $0) }
            try evaluate(Annotator(catalogue, model: parsed), files.indices.filter { isHeld[$0] }.map { files[$0] })
            return
        }
        let table = try ListFiles(folder: names).builder(files.indices.filter { !isHeld[$0] }.map { files[$0] }).table()
        let maker = LessonMaker(annotator: Annotator(catalogue), lists: NameLists(table.slots, bits: table.bits))
        let kept = files.indices.filter { !isHeld[$0] }.map { files[$0] }
        let lessons = lessons(of: kept, maker)
        say(
            "\(lessons.count) sentences, \(lessons.reduce(0) { $0 + $1.labels.count }) words, of \(kept.count) files; lists of \(table.slots.count) slots"
        )
        let tests = Dictionary(grouping: files.indices.filter { isHeld[$0] }.map { files[$0] }, by: \.group)
            .sorted { $0.key < $1.key }
        let started = Date()
        let learned = training.learn(lessons) { say($0) }
        say("learned in \(Int(Date().timeIntervalSince(started))) s")
        let quantiser = Quantiser(learned)
        let rounded = quantiser.rounded
        var calibration = Calibration()
        for (group, files) in tests {
            let made = files.flatMap(\.texts).flatMap { maker.lessons(of: $0, source: 0) }
            report(group, made, learned)
            report(group + " in 8 bits", made, rounded)
            calibration.add(made, rounded)
            guard group.hasPrefix("en") else { continue }
            let titled = files.flatMap(\.texts).flatMap { Recasing.copies(of: $0, .title) }
            report(group + " in Title Case", titled.flatMap { maker.lessons(of: $0, source: 0) }, rounded)
        }
        if !tests.isEmpty { print(calibration.table) }
        if let output {
            let points = tests.isEmpty ? calibrated(kept, maker) : calibration.points
            let file = quantiser.file(lists: table, calibration: points)
            try file.write(to: URL(fileURLWithPath: output))
            let parsed = try file.withUnsafeBytes { try NameModel(parsing: $0) }
            try evaluate(Annotator(catalogue, model: parsed), files.indices.filter { isHeld[$0] }.map { files[$0] })
        }
    }

    /// How likelihoods become confidences: learned from four of five articles and seen on the fifth.
    private func calibrated(_ files: [TrainingFile], _ maker: LessonMaker) -> [Float] {
        func part(_ isWanted: (Int) -> Bool) -> [TrainingFile] {
            files.map { file in
                var part = file
                part.texts = file.texts.enumerated().filter { isWanted($0.offset) }.map(\.element)
                return part
            }
        }
        let learned = training.learn(lessons(of: part { $0 % 5 != 0 }, maker)) { say("to calibrate, " + $0) }
        let rounded = Quantiser(learned).rounded
        var calibration = Calibration()
        for file in part({ $0 % 5 == 0 }) {
            calibration.add(file.texts.flatMap { maker.lessons(of: $0, source: 0) }, rounded)
        }
        print(calibration.table)
        return calibration.points
    }

    /// The sentences to learn from, and copies of some as headlines.
    private func lessons(of files: [TrainingFile], _ maker: LessonMaker) -> [Lesson] {
        var lessons: [Lesson] = []
        var random = SplitMix(seed: training.seed)
        for (number, file) in files.enumerated() {
            for text in file.texts {
                lessons += maker.lessons(of: text, source: number, weight: file.isBusiness ? business : 1)
                guard let style = style(Double.random(in: 0..<1, using: &random), file) else { continue }
                for copy in Recasing.copies(of: text, style) { lessons += maker.lessons(of: copy, source: number) }
            }
        }
        return lessons
    }

    /// How a text is copied, if at all: English headlines are often in Title Case, Italian ones hardly ever.
    private func style(_ draw: Double, _ file: TrainingFile) -> Recasing.Style? {
        if file.isEnglish { return draw < 0.5 ? .title : draw < 0.56 ? .upper : nil }
        return draw < 0.08 ? .upper : draw < 0.12 ? .title : nil
    }

    /// Tests catalogue and recogniser together.
    private func evaluate(_ annotator: Annotator, _ files: [TrainingFile]) throws {
        let evaluation = Evaluation(annotator: annotator, catalogue: annotator.catalogue, showsErrors: showsErrors)
        for folder in gold { evaluation.report(folder, try GoldArticle.all(in: folder)) }
        for group in Dictionary(grouping: files, by: \.group).sorted(by: { $0.key < $1.key }) {
            evaluation.report(group.key, group.value.flatMap(\.texts))
        }
    }

    private func report(_ name: String, _ lessons: [Lesson], _ learned: LearnedWeights) {
        var score = Score()
        for lesson in lessons {
            let found = lesson.names(learned.labels(of: lesson)[...])
            score.add(found: found, marked: lesson.names)
            if showsErrors, !lesson.text.isEmpty, Set(found) != Set(lesson.names) {
                print("  " + lesson.text.compared(found: found, marked: lesson.names))
            }
        }
        print("\(name): \(score.line)")
    }

    private func builtInCatalogue() throws -> Catalogue {
        try Catalogue(parsing: {
            let text = rassegna_catalogue()
            return UnsafeBufferPointer(start: text.bytes, count: text.size)
        })
    }

    private func say(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}

/// Why the trainer stops.
enum TrainerError: Error, CustomStringConvertible {
    /// A word of the command line that means nothing.
    case usage(String)
    /// A class of words that is not one of `WordClass.all`.
    case unknownClass(String, file: String)

    /// What is wrong and what to do.
    var description: String {
        switch self {
        case .unknownClass(let name, let file): "\(file).txt: no class of words is called “\(name)”"
        case .usage(let word):
            """
            “\(word)” means nothing here. Learn with --data FOLDER (several) --names FOLDER, and --out FILE or --hold NAME,NAME; \
            test with --model FILE and --gold FOLDER or --hold; --errors shows what is wrong.
            """
        }
    }
}
