/// The names of time zones that dates of mail and feeds carry.
enum TimeZones {
    /// Seconds east of UTC of a zone by its name in small letters (RFC 822 and common use); `nil` for other words.
    ///
    /// The single letters are those of RFC 822, whose signs RFC 1123 found to be wrong but which is how they are read.
    static func offset(of name: String) -> Int? {
        minutes[name].map { $0 * 60 }
    }

    private static let minutes: [String: Int] = [
        "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "met": 60, "mez": 60,
        "cest": 120, "mest": 120, "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "msd": 240, "sast": 120,
        "ist": 330, "ict": 420, "wib": 420, "hkt": 480, "sgt": 480, "awst": 480, "jst": 540, "kst": 540, "acst": 570,
        "aest": 600, "acdt": 630, "aedt": 660, "nzst": 720, "nzdt": 780, "brt": -180, "art": -180, "nst": -210,
        "ndt": -150, "ast": -240, "at": -240, "adt": -180, "est": -300, "et": -300, "edt": -240, "cst": -360,
        "ct": -360,
        "cdt": -300, "mst": -420, "mt": -420, "mdt": -360, "pst": -480, "pt": -480, "pdt": -420, "akst": -540,
        "akdt": -480, "hst": -600, "a": -60, "n": 60, "m": -720, "y": 720,
    ]
}
