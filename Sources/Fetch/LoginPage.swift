/// Pages that stand before others: forms that ask for a name and a password.
public enum LoginPage {
    /// Whether a page has a field for a password.
    public static func isOne(_ page: [UInt8]) -> Bool {
        var scan = TagScan(page, names: ["input"])
        while let tag = scan.next() {
            if tag.attributes["type"]?.lowercased() == "password" { return true }
        }
        return false
    }
}
