/// What is seen of a word's letters while it is read.
struct Spelling {
    var letters = 0
    var capitals = 0
    var digits = 0
    /// Full stops inside the word.
    private(set) var stops = 0
    /// Letters since the last sign.
    private(set) var lastRun = 0
    private var hyphens = 0
    private var capitalHyphens = 0
    private var ampersands = 0
    private var ats = 0
    private var firstIsCapital = false
    private var isInner = false
    private var afterSmall = false

    @inline(__always)
    mutating func addLetter(isCapital: Bool) {
        if letters == 0, digits == 0 { firstIsCapital = isCapital }
        if isCapital, afterSmall { isInner = true }
        afterSmall = !isCapital
        letters += 1
        lastRun += 1
        if isCapital { capitals += 1 }
    }

    /// Takes in a sign inside the word, and whether a capital follows it.
    mutating func join(_ sign: UInt8, capital: Bool) {
        lastRun = 0
        afterSmall = false
        switch sign {
        case UInt8(ascii: "."): stops += 1
        case UInt8(ascii: "&"): ampersands += 1
        case UInt8(ascii: "@"): ats += 1
        case UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "'"): break
        default:
            hyphens += 1
            if capital { capitalHyphens += 1 }
        }
    }

    /// How the word is written.
    var shape: NameToken.Shape {
        if ats > 0 { return .address }
        if letters == 0 { return digits == 4 && stops == 0 ? .year : stops + hyphens > 0 ? .number : .digits }
        if ampersands > 0 { return .ampersand }
        if stops > 0 { return capitals * 2 >= letters && letters <= 6 ? .abbreviation : .site }
        if digits > 0 { return capitals > 0 ? .model : .mixed }
        if hyphens > 0 {
            guard firstIsCapital else { return .smallHyphen }
            return capitalHyphens > 0 ? .capitalsHyphen : .capitalHyphen
        }
        if capitals == letters { return letters == 1 ? .initial : letters < 4 ? .short : .upper }
        if isInner { return firstIsCapital ? .innerCapital : .innerSmall }
        return firstIsCapital ? .capital : .small
    }
}
