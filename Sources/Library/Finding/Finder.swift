import GRDB

/// What articles are found with: the database, and where to turn from one way to another.
struct Finder {
    let db: Database
    let limits: FindingLimits
}

/// Where finding turns from one way to another one with the same answer. The values are those of measurements
/// (docs/notes/0011-finding.md); tests set small ones, so that a few articles go every way.
package struct FindingLimits: Sendable {
    /// A table with so few rows leads without others being counted.
    package var fewRows = 50
    /// Matches of a text index are counted up to this, to tell which of two parts is the smaller.
    package var mostCounted = 4000
    /// Steps along a text index before slots are looked up: at first, ...
    package var stepsAtFirst = 500
    /// ... for each slot that is asked for, about what looking it up costs, ...
    package var stepsASlot = 150
    /// ... and saved up at most.
    package var mostSteps = 2000
    /// How many slots are looked up before it is tried again to go along the index.
    package var lookupsInARow = 20
    /// A beginning of a word is put in terms of the words of the index where it has no more than these.
    package var mostCompletions = 48
    /// The text index gathers more words of one beginning itself where they take no more pages than so many times the root
    /// of the number of articles. Gathering takes as long as there are such words, asking articles as long as there are none.
    package var pagesARoot = 0.3
    /// Where articles are asked, so many times that root are, and more for each that is found, before the words are gathered
    /// after all.
    package var askedARoot = 0.8
    /// How many of the newest matches are ranked where the text index alone finds them, ...
    package var mostRankedAlone = 1000
    /// ... where other conditions stand beside it, ...
    package var mostRanked = 200
    /// ... and how many older ones whose titles have the words.
    package var mostRankedTitles = 200
    /// In the time of looking a match up so many are passed.
    package var matchesALookup = 200
    /// So many articles are sorted by outlet; more are found outlet by outlet.
    package var mostSorted = 2000

    /// The limits as they were measured.
    package init() {}
}
