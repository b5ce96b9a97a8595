/// Parameters of addresses that say how a reader came to a page and never which page it is.
///
/// Only names that a service has for this alone: `ref`, `source`, `id`, `p`, `s` and the like choose pages elsewhere and
/// stay. The services: Google Analytics and Ads, Meta, Microsoft, Yandex, X, TikTok, Mailchimp, HubSpot, Marketo, Matomo,
/// AT Internet, Vero, Omeda, Olytics, Adobe, the Guardian, the BBC, the New York Times.
enum TrackingParameters {
    private static let prefixes = ["utm_", "mc_", "mtm_", "pk_", "piwik_", "matomo_", "oly_", "guce_"].map {
        Array($0.utf8)
    }
    private static let names: Set<[UInt8]> = Set(
        [
            "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid", "_ga", "_gl", "gad_source", "msclkid",
            "yclid", "ysclid", "twclid", "ttclid", "li_fat_id", "igshid", "igsh", "ref_src", "ref_url", "s_cid",
            "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsctatracking", "mkt_tok", "vero_id", "vero_conv", "xtor",
            "omeda_id", "wickedid", "rb_clickid", "epik", "at_medium", "at_campaign", "at_custom1", "at_custom2",
            "at_custom3", "at_custom4", "at_link_id", "at_link_origin", "at_link_type", "at_ptr_name", "at_format",
            "at_bbc_team", "wt.mc_id", "wt_mc", "cmpid", "smid", "guccounter", "__twitter_impression", "spjobid",
            "spmailingid", "spuserid", "spreportid", "traffic_source",
        ].map { Array($0.utf8) })

    /// A query without such parameters; the others keep their order and form.
    static func stripped(from query: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let parameters = query.split(separator: UInt8(ascii: "&"))
        let kept = parameters.filter { !isTracking($0.prefix { $0 != UInt8(ascii: "=") }) }
        guard kept.count < parameters.count else { return query }
        return Array(kept.joined(separator: [UInt8(ascii: "&")]))[...]
    }

    private static func isTracking(_ name: ArraySlice<UInt8>) -> Bool {
        let name = name.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
        return names.contains(name) || prefixes.contains { name.starts(with: $0) }
    }
}

/// Paths that lead to the front of a site and not to one of its articles.
enum FrontPage {
    private static let names: Set<String> = [
        "", "index", "index.html", "index.htm", "index.php", "index.asp", "index.aspx", "index.jsp", "default.asp",
        "default.aspx", "default.htm", "home", "home.html", "home.htm", "homepage", "rss", "feed",
    ]

    /// Whether a path is `/`, `/index.html`, or one of these in a language's folder (`/it/`, `/en-gb/home`).
    static func isPath(_ path: [UInt8]) -> Bool {
        guard path.count < 24 else { return false }
        var parts = String(decoding: path, as: UTF8.self).lowercased().split(separator: "/")
        if let first = parts.first, isLanguage(first) { parts.removeFirst() }
        return parts.isEmpty || parts.count == 1 && names.contains(String(parts[0]))
    }

    private static func isLanguage(_ part: Substring) -> Bool {
        let codes = part.split(separator: "-", omittingEmptySubsequences: false)
        return codes.count <= 2 && codes.allSatisfy { $0.count == 2 && $0.allSatisfy { $0.isASCII && $0.isLetter } }
    }
}
