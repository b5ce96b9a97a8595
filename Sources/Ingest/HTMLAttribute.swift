/// An attribute that matters to a reader, with where its value stands in the page.
struct HTMLAttribute {
    /// The attributes that are kept.
    enum Name: UInt8 {
        case id, rel, alt, src, `class`, role, href, lang, name, type, style, start, value, title, hidden, content
        case property, itemprop, itemtype, datetime, ariaHidden, ariaLabel, testID, component, typeOf, open, reversed,
            shadow, ariaExpanded
    }

    var name: Name
    /// The value in the page's bytes, without its quotes, entities as they are.
    var start: UInt32
    var end: UInt32
}

extension HTMLAttribute.Name {
    /// The attribute of a name in any case; `nil` for one that does not matter.
    init?(_ start: UnsafePointer<UInt8>, count: Int) {
        guard 2...14 ~= count, let found = HTMLAttribute.Name.byLength[count].first(where: { $0.is(start) }) else {
            return nil
        }
        self = found.name
    }

    private struct Spelling {
        var letters: StaticString
        var name: HTMLAttribute.Name

        func `is`(_ start: UnsafePointer<UInt8>) -> Bool {
            for index in 0..<letters.utf8CodeUnitCount where letters.utf8Start[index] != start[index] | 0x20 {
                // A hyphen has that bit already.
                return false
            }
            return true
        }
    }

    private static let byLength: [[Spelling]] = {
        let all: [(StaticString, HTMLAttribute.Name)] = [
            ("id", .id), ("rel", .rel), ("alt", .alt), ("src", .src), ("class", .class), ("role", .role),
            ("href", .href), ("lang", .lang), ("name", .name), ("type", .type), ("style", .style), ("start", .start),
            ("value", .value), ("title", .title), ("hidden", .hidden), ("content", .content),
            ("property", .property), ("itemprop", .itemprop), ("itemtype", .itemtype), ("datetime", .datetime),
            ("aria-hidden", .ariaHidden), ("aria-label", .ariaLabel), ("data-testid", .testID),
            ("data-test-id", .testID), ("data-component", .component), ("data-type", .component),
            ("data-module", .component), ("data-widget", .component), ("data-block", .component),
            ("typeof", .typeOf), ("open", .open), ("reversed", .reversed),
            ("shadowrootmode", .shadow), ("aria-expanded", .ariaExpanded),
        ]
        var table = [[Spelling]](repeating: [], count: 15)
        for (letters, name) in all { table[letters.utf8CodeUnitCount].append(Spelling(letters: letters, name: name)) }
        return table
    }()
}
