import CXML

/// An XML document as a flat list of its elements and texts in document order.
///
/// Made by libxml2 in recovery mode of what `XMLScan` has mended. Nothing outside of the document is read: no entity, no
/// document type, no network.
struct XMLTree {
    /// An element's or attribute's name.
    struct Name {
        /// As written, in lower case.
        var local: String
        /// As written, in lower case; empty where there is none.
        var prefix: String
        /// The address of its namespace; empty where none is declared.
        var space: String
    }

    let nodes: [cx_node]
    let names: [Name]
    private let attributes: [cx_attribute]
    private let bytes: [UInt8]
    /// What is missing of the document, in words; `nil` for nothing.
    private(set) var problem: String?

    /// The tree of decoded bytes; of those that are no XML, one without nodes.
    init(_ text: [UInt8]) throws(IngestError) {
        let (mended, isCut) = XMLScan.mended(text)
        var parsed: UnsafeMutablePointer<cx_document>?
        let status = cx_parse(mended, mended.count, text, text.count, &parsed)
        guard let parsed else {
            guard status == CX_NO_LIBRARY else { throw .unreadable("it needs more memory than there is") }
            throw .missingLibrary(String(cString: cx_library()))
        }
        defer { cx_free(parsed) }
        let document = parsed.pointee
        nodes = Array(UnsafeBufferPointer(start: document.nodes, count: document.node_count))
        attributes = Array(UnsafeBufferPointer(start: document.attributes, count: document.attribute_count))
        let bytes = Array(UnsafeBufferPointer(start: document.bytes, count: document.byte_count))
        names = UnsafeBufferPointer(start: document.names, count: document.name_count).map { name in
            func text(_ slice: cx_slice) -> String {
                String(decoding: bytes[Int(slice.start)..<Int(slice.start + slice.count)], as: UTF8.self)
            }
            return Name(
                local: text(name.local).lowercased(), prefix: text(name.prefix).lowercased(), space: text(name.space))
        }
        self.bytes = bytes
        if status == CX_TOO_LARGE {
            problem = "it has more elements than are read; the rest was left out"
        } else if isCut {
            problem = "it breaks off in the middle; what came after is missing"
        }
    }
}

extension XMLTree {
    /// The children of a node, in order.
    func children(of index: Int) -> some Sequence<Int> {
        sequence(state: index + 1) { next -> Int? in
            guard next < Int(nodes[index].end) else { return nil }
            defer { next = Int(nodes[next].end) }
            return next
        }
    }

    /// Whether a node is a text.
    func isText(_ index: Int) -> Bool {
        nodes[index].name == UInt32.max
    }

    /// The name of an element; `nil` for a text.
    func name(of index: Int) -> Name? {
        let number = Int(nodes[index].name)
        return number < names.count ? names[number] : nil
    }

    /// The bytes of a text.
    func text(_ index: Int) -> ArraySlice<UInt8> {
        slice(nodes[index].text)
    }

    /// The bytes of all texts inside a node.
    func allText(of index: Int) -> [UInt8] {
        let last = Int(nodes[index].end)
        if last == index + 2, isText(index + 1) { return Array(text(index + 1)) }
        var result: [UInt8] = []
        for node in index..<last where isText(node) { result += text(node) }
        return result
    }

    /// The text of a node in one line; `nil` where it is blank.
    func line(of index: Int) -> String? {
        let text = oneLine(allText(of: index))
        return text.isEmpty ? nil : text
    }

    /// Whether an element holds other elements.
    func hasElements(_ index: Int) -> Bool {
        (index + 1..<max(Int(nodes[index].end), index + 1)).contains { !isText($0) }
    }

    /// The value of an attribute by its local name, whatever its prefix unless one is given.
    func attribute(_ local: String, prefix: String? = nil, of index: Int) -> String? {
        for attribute in attributes(of: index) {
            let number = Int(attribute.name)
            guard number < names.count, names[number].local == local else { continue }
            if prefix == nil || names[number].prefix == prefix { return string(attribute.value) }
        }
        return nil
    }

    /// An element's attributes, as written.
    func attributes(of index: Int) -> ArraySlice<cx_attribute> {
        let start = Int(nodes[index].attributes)
        return attributes[start..<start + Int(nodes[index].attribute_count)]
    }

    /// The bytes of a piece.
    func slice(_ piece: cx_slice) -> ArraySlice<UInt8> {
        bytes[Int(piece.start)..<Int(piece.start) + Int(piece.count)]
    }

    private func string(_ piece: cx_slice) -> String {
        String(decoding: slice(piece), as: UTF8.self)
    }
}
