import Foundation
import Terminal
import Views

/// What the reader does outside its screen: the clipboard and the browser. Always argument arrays, never a shell.
struct Desk {
    let environment: [String: String]

    /// Copies text with the desktop's clipboard program, or else through the terminal (OSC 52).
    func copy(_ text: String) -> Notice {
        let safe = SafeText.neutralised(lines: text)
        for command in clipboards {
            if OtherProgram(command: command).run(.input(safe)) { return Notice("Copied.", .good) }
        }
        let code = Data(safe.utf8).base64EncodedString()
        try? FileHandle.standardOutput.write(contentsOf: Data("\u{1B}]52;c;\(code)\u{07}".utf8))
        return Notice("Copied through the terminal.", .good)
    }

    /// Opens an `http` or `https` address in the browser of the desktop, or in a text browser on this screen.
    func browse(_ address: String, on screen: any Screen) -> Notice {
        guard let safe = WebAddress(address) else {
            return Notice("Not opened: only http and https addresses without a user name are.", .bad)
        }
        guard let browser = findBrowser() else {
            return Notice("No browser found; set BROWSER to one. y copies the address.", .bad)
        }
        if Desk.textBrowsers.contains(URL(fileURLWithPath: browser).lastPathComponent) {
            let ran = screen.run { OtherProgram(command: [browser, safe.text]).run(.terminal) }
            return ran ? Notice("") : Notice("\(browser) could not open the page.", .bad)
        }
        return OtherProgram(command: [browser, safe.text]).launch()
            ? Notice("Opened in the browser.", .good)
            : Notice("\(browser) could not be started.", .bad)
    }

    private static let textBrowsers: Set<String> = ["w3m", "lynx", "links", "elinks", "links2"]

    /// Clipboard programs that fit the desktop at hand.
    private var clipboards: [[String]] {
        var commands: [[String]] = []
        if environment["WAYLAND_DISPLAY"] != nil { commands.append(["wl-copy"]) }
        if environment["DISPLAY"] != nil {
            commands.append(["xclip", "-selection", "clipboard"])
            commands.append(["xsel", "--clipboard", "--input"])
        }
        return commands.compactMap { command in find(command[0]).map { [$0] + command.dropFirst() } }
    }

    private func findBrowser() -> String? {
        let named = environment["BROWSER"].map { $0.split(separator: ":").map(String.init) } ?? []
        let desktop = environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil
        let usual = (desktop ? ["xdg-open", "firefox", "chromium"] : []) + ["w3m", "lynx", "elinks", "links"]
        return (named + usual).lazy.compactMap(find).first
    }

    /// The program's path, as a shell would find it.
    private func find(_ program: String) -> String? {
        if program.contains("/") { return FileManager.default.isExecutableFile(atPath: program) ? program : nil }
        let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
        return folders.lazy.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
