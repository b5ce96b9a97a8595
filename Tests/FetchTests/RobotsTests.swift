import Testing

@testable import Fetch

struct RobotsTests {
    private func allows(_ file: String, _ path: String) -> Bool {
        Robots(file.utf8, for: "Rassegna").allows(path)
    }

    @Test func `without rules everything is allowed`() {
        #expect(allows("", "/x"))
        #expect(allows("\u{FEFF}not rules at all\n: :\nDisallow: /", "/x"))
        #expect(allows("User-agent: *\nDisallow:\n", "/x"))
        #expect(Robots.open.allows("/x") && !Robots.closed.allows("/x"))
    }

    @Test func `the group of our name is heeded, and else that of everybody`() {
        let file = """
            User-agent: *
            Disallow: /all

            User-Agent: Other
            user-agent: RASSEGNA/2.0 # us
            Disallow: /us
            Crawl-delay: 7

            User-agent: another
            Disallow: /
            """
        #expect(allows(file, "/all"))
        #expect(!allows(file, "/us/x"))
        #expect(!Robots(file.utf8, for: "somebody").allows("/all"))
        #expect(Robots(file.utf8, for: "somebody").allows("/us"))
    }

    @Test func `groups of the same name are one`() {
        let file = "User-agent: rassegna\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: rassegna\nDisallow: /b"
        #expect(!allows(file, "/a") && !allows(file, "/b") && allows(file, "/c"))
    }

    @Test func `the longest pattern decides, and of two as long the one that allows`() {
        let file = "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\nAllow: /p\nDisallow: /p"
        #expect(!allows(file, "/a") && allows(file, "/a/b") && !allows(file, "/a/b/cd") && allows(file, "/p"))
    }

    @Test(arguments: [
        ("/*.php", "/x/y.php?z", true), ("/*.php$", "/x/y.php", true), ("/*.php$", "/x/y.php?z", false),
        ("/a*b*c", "/a--b--cd", true), ("/a*b*c", "/a--c--b", false), ("/%7Ejoe", "/~joe/x", true),
        ("/caff%c3%a8", "/caffè", true), ("/caffè", "/caff%C3%A8", true), ("/a%2Fb", "/a/b", false), ("/$", "/", true),
        ("/$", "/x", false), ("*", "/x", true),
    ])
    func `patterns fit as RFC 9309 says`(pattern: String, path: String, fits: Bool) {
        #expect(allows("User-agent: *\r\nDisallow: \(pattern)\r\n", path) == !fits)
    }

    @Test func `robots.txt itself is always allowed, and a hostile pattern takes no time`() {
        #expect(allows("User-agent: *\nDisallow: /", "/robots.txt"))
        let stars = String(repeating: "*a", count: 2_000)
        #expect(allows("User-agent: *\nDisallow: /\(stars)$", "/" + String(repeating: "a", count: 2_000) + "b"))
    }
}
