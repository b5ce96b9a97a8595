import Glibc

/// Reports how long the plain reader takes from its start to its first screen, beside sqlite3 that selects the rows
/// which it shows; each library is given as the folder of data (`$XDG_DATA_HOME`) that holds it.
func measureStart(program: String, folders: [String]) throws {
    let query = """
        SELECT a.slot, a.title, a.published, s.read FROM article AS a JOIN state AS s ON s.slot = a.slot
        ORDER BY a.slot DESC LIMIT 50
        """
    for folder in folders {
        let library = folder + "/rassegna/library.sqlite"
        setenv("XDG_DATA_HOME", folder, 1)
        var times: (rows: [Double], screen: [Double], selecting: [Double]) = ([], [], [])
        var size = 0
        for run in 0..<32 {
            let selecting = try Child(["sqlite3", library, query], terminal: false).run()
            let first = try Child([program], terminal: true).run(until: "quit", then: "q")
            guard run > 0 else { continue }
            times.selecting.append(selecting.last * 1000)
            times.rows.append(first.marker * 1000)
            times.screen.append(first.last * 1000)
            size = first.bytes
        }
        let name = folder.split(separator: "/").last ?? ""
        let floor = times.selecting.median
        report("sqlite3 selects 50 rows of \(name)", "\(floor.short) ms", "p95 \(times.selecting.percentile(95).short)")
        report(
            "start to rows on the screen", "\(times.rows.median.short) ms",
            "\((times.rows.median / floor).short) times; p95 \(times.rows.percentile(95).short)")
        report(
            "start to the last byte of the first screen", "\(times.screen.median.short) ms",
            "\((times.screen.median / floor).short) times; p95 \(times.screen.percentile(95).short), \(size) bytes")
    }
}
