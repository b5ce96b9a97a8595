/// The user's time zone as a table of changes, so that dates can be shown without asking the system.
public struct Zone: Equatable, Sendable {
    /// From a moment on, clocks are so many seconds east of UTC.
    public struct Change: Equatable, Sendable {
        /// When it takes effect.
        public var from: Timestamp
        /// Seconds east of UTC.
        public var offset: Int

        /// A change of the clocks.
        public init(from: Timestamp, offset: Int) {
            self.from = from
            self.offset = offset
        }
    }

    /// Changes in order of time; before the first one its offset holds too.
    private let changes: [Change]

    /// UTC, without any change.
    public static let utc = Zone(changes: [])

    /// A zone from its changes, in order of time.
    public init(changes: [Change]) {
        self.changes = changes
    }

    /// Seconds east of UTC at a moment.
    public func offset(at moment: Timestamp) -> Int {
        (changes.last { $0.from <= moment } ?? changes.first)?.offset ?? 0
    }

    /// The day on the user's calendar at a moment.
    public func date(of moment: Timestamp) -> CivilDate {
        CivilDate(daysSince1970: moment.advanced(by: Int64(offset(at: moment))).daysSince1970)
    }

    /// The moment at which a day begins on the user's calendar.
    public func start(of date: CivilDate) -> Timestamp {
        let midnight = Timestamp(date)
        return midnight.advanced(by: Int64(-offset(at: midnight)))
    }
}
