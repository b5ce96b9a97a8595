/// The classes of common words that say something of the names beside them: verbs (`v-`), nouns (`n-`), adjectives (`a-`).
enum WordClass {
    /// Their names, as the lists have them; a class's number is its place, from 1.
    static let all: [String] = [
        "v-deal", "v-own", "v-result", "v-invest", "v-make", "v-supply", "v-hire", "v-lead", "v-say", "v-law", "v-rule",
        "v-move", "v-live", "v-play", "v-perform", "v-fight", "v-use", "v-rise", "v-fall", "v-open", "v-help",
        "v-happen",
        "v-other", "n-firm", "n-firmpart", "n-business", "n-chief", "n-official", "n-worker", "n-artist", "n-sportsman",
        "n-person", "n-expert", "n-body", "n-party", "n-union", "n-school", "n-club", "n-army", "n-media", "n-city",
        "n-region", "n-water", "n-mountain", "n-street", "n-plant", "n-vehicle", "n-device", "n-software", "n-drug",
        "n-food", "n-goods", "n-work", "n-law", "n-deal", "n-result", "n-share", "n-money", "n-time", "n-event",
        "n-crime", "n-nature", "n-science", "n-health", "n-number", "n-abstract", "a-nation", "a-firm", "a-rank",
        "a-trade", "a-politics", "a-size", "a-other", "adv", "title",
    ]
}
