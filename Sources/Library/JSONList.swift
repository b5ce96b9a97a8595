import Foundation

/// A list of values as one bound argument, which `json_each` takes apart again.
struct JSONList {
    let text: String

    init(_ numbers: [Int64]) {
        text = "[" + numbers.map(String.init).joined(separator: ",") + "]"
    }

    init(_ texts: [String]) {
        let data = try? JSONEncoder().encode(texts)
        text = String(decoding: data ?? Data("[]".utf8), as: UTF8.self)
    }
}
