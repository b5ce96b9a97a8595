/// The words of an element's names: split at hyphens, underscores, blanks and capitals (`article-body`, `relatedLinks`).
struct HTMLWords {
    private(set) var traits: HTMLTraits = []
    private var last: UInt64 = 0

    /// Takes the words of a name.
    mutating func add(_ name: ArraySlice<UInt8>) {
        last = 0
        var hash = HTMLWords.seed
        var count = 0
        var wasSmall = false
        for byte in name {
            let isUpper = byte.isUpper
            if !byte.isLetter || (isUpper && wasSmall) {
                take(hash, count)
                hash = HTMLWords.seed
                count = 0
                // Names at a blank are different names.
                if byte == .space || byte == .newline { last = 0 }
            }
            if byte.isLetter {
                hash = (hash ^ UInt64(byte.lowercased)) &* HTMLWords.prime
                count += 1
            }
            wasSmall = byte.isLetter && !isUpper
        }
        take(hash, count)
    }

    private mutating func take(_ word: UInt64, _ count: Int) {
        guard count > 1 else { return }
        traits.formUnion(HTMLWords.table[word])
        if last != 0 { traits.formUnion(HTMLWords.pairs[last ^ (word &* 31)]) }
        last = word
    }

    fileprivate static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    fileprivate static let prime: UInt64 = 0x100_0000_01B3

    fileprivate static func hash(_ word: Substring) -> UInt64 {
        word.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* prime }
    }

    /// Traits by the hash of a word.
    private struct Table {
        private var keys: [UInt64]
        private var values: [HTMLTraits]
        private let mask: Int

        init(_ lists: [(HTMLTraits, String)], isPairs: Bool) {
            var all: [UInt64: HTMLTraits] = [:]
            for (traits, list) in lists {
                for entry in list.split(whereSeparator: { $0 == "\n" || (!isPairs && $0 == " ") }) {
                    let words = entry.split(separator: " ").map(HTMLWords.hash)
                    let key = words.count == 2 ? words[0] ^ (words[1] &* 31) : words[0]
                    all[key, default: []].formUnion(traits)
                }
            }
            var size = 64
            while size < all.count * 3 { size *= 2 }
            mask = size - 1
            keys = [UInt64](repeating: 0, count: size)
            values = [HTMLTraits](repeating: [], count: size)
            for (key, traits) in all {
                var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
                while keys[slot] != 0 { slot = (slot + 1) & mask }
                keys[slot] = key
                values[slot] = traits
            }
        }

        subscript(key: UInt64) -> HTMLTraits {
            var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
            while keys[slot] != 0 {
                if keys[slot] == key { return values[slot] }
                slot = (slot + 1) & mask
            }
            return []
        }
    }

    private static let table = Table(
        [(.furniture, furniture), (.label, labels), (.caption, captions), (.comments, comments), (.body, bodies)],
        isPairs: false)
    private static let pairs = Table(
        [(.furniture, furniturePairs), (.body, bodyPairs), (.label, labelPairs), (.comments, commentPairs)],
        isPairs: true)
}

// The words, in small letters.
extension HTMLWords {
    private static let furniture = """
        share shares sharing sharebar sharethis sharebox sharebuttons sharelinks addthis addtoany sharedaddy social
        socials socialmedia socialbar socialshare condividi condivisione teilen partager compartir
        newsletter newsletters subscribe subscription subscriptions signup optin mailchimp iscriviti iscrizione
        abbonati abbonamento abbonamenti abo
        related relateds relatedposts relatedarticles relatedcontent recommended recommendation recommendations recirc
        recirculation correlati correlate correlato suggested suggestions morestories readmore readnext upnext trending
        popular mostread mostpopular piuletti potrebbe verwandt teasers
        promo promos promotion promobox advert adverts ad ads adv advertisement advertisements advertising adsense
        adslot adbox adunit dfp googleads sponsor sponsored sponsors banner banners affiliate affiliates pubblicita
        werbung anzeige publicite outbrain taboola ligatus zergnet revcontent mgid
        breadcrumb breadcrumbs briciole tags taglist tagcloud cookie cookies gdpr consent cmp sidebar widget widgets
        toolbar menu submenu nav navbar navi navigation navigazione subnav pagination pager skip masthead copyright
        disclaimer disclosure footer popup modal lightbox login tooltip rating ratings feedback donate donation
        jetpack onesignal wpcnt crp yarpp shariff printfriendly
        """

    private static let labels = """
        byline bylines author authors autore autori date dateline timestamp published updated meta metadata postmeta
        kicker eyebrow category categories categoria
        """

    private static let captions = """
        caption captions figcaption didascalia bildunterschrift legende wpcaption credit credits photocredit
        """

    private static let comments = """
        comments comment commenti commento commentlist commentarea commentary disqus kommentare livefyre respond
        """

    private static let bodies = """
        articlebody articlecontent articletext storybody storycontent storytext postbody postcontent posttext
        entrycontent bodytext bodycopy fulltext articolo_testo maintext blogcontent newsbody newstext newscontent
        """

    private static let furniturePairs = """
        read more
        more stories
        more articles
        more news
        more from
        more on
        see also
        leggi anche
        tag list
        post tags
        article tags
        entry tags
        top strip
        story tools
        article tools
        follow us
        piu letti
        most read
        most popular
        most viewed
        author box
        author bio
        author info
        author card
        author profile
        about author
        post author
        site header
        site footer
        post footer
        page header
        call action
        up next
        next post
        prev post
        post nav
        post navigation
        entry footer
        article footer
        skip link
        print only
        key takeaways
        side bar
        right rail
        right col
        right column
        in article
        inline promo
        pull out
        """

    private static let labelPairs = """
        post date
        entry meta
        entry header
        article meta
        article info
        article header
        post info
        post header
        pub date
        publish date
        date time
        time stamp
        reading time
        read time
        """

    private static let commentPairs = """
        comment list
        discussion thread
        """

    private static let bodyPairs = """
        article body
        article content
        article text
        article copy
        article main
        article story
        article detail
        body text
        body copy
        body content
        content body
        content text
        entry content
        entry body
        entry text
        main content
        main text
        news body
        news content
        news text
        node content
        page content
        post body
        post content
        post text
        post entry
        story body
        story content
        story text
        story copy
        blog content
        blog body
        single content
        rich text
        article html
        testo articolo
        corpo articolo
        articolo testo
        contenuto articolo
        artikel text
        """
}
