/// Why a catalogue or a model cannot be read.
public enum EntitiesError: Error, Equatable, Sendable {
    /// A line of the catalogue breaks its format: correct that line (counted from 1) as the reason says.
    case catalogue(line: Int, reason: String)
    /// The recogniser's model is none that this program can use: train it anew (docs/recogniser.md).
    case model(reason: String)
}
