import CGumbo
import Glibc

/// Calls the HTML parser, whose memory is one piece that is given back at once: its trees are never walked down again.
enum HTMLTree {
    /// Reads a page, and gives its tree to a function for as long as that runs.
    static func read<Result>(_ page: [UInt8], _ take: (UnsafeMutablePointer<GumboNode>, UnsafePointer<CChar>) -> Result)
        -> Result?
    {
        let arena = UnsafeMutablePointer<HTMLArena>.allocate(capacity: 1)
        arena.initialize(to: HTMLArena())
        defer {
            arena.pointee.freeAll()
            arena.deinitialize(count: 1)
            arena.deallocate()
        }
        var options = GumboOptions(
            allocator: { arena, size in arena?.assumingMemoryBound(to: HTMLArena.self).pointee.allocate(size) },
            deallocator: { _, _ in }, userdata: arena, tab_stop: 8, stop_on_first_error: false, max_errors: 0,
            fragment_context: GUMBO_TAG_LAST, fragment_namespace: GUMBO_NAMESPACE_HTML)
        return page.withUnsafeBufferPointer { buffer -> Result? in
            guard let start = UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self),
                let output = gumbo_parse_with_options(&options, start, buffer.count), let root = output.pointee.root
            else { return nil }
            return take(root, start)
        }
    }

    /// The text of a fragment without tags.
    static func text(ofFragment fragment: [UInt8]) -> [UInt8] {
        read(fragment) { root, _ in
            var node = root
            while node.pointee.type == GUMBO_NODE_ELEMENT, let child = last(node) { node = child }
            guard node.pointee.type == GUMBO_NODE_TEXT, let text = node.pointee.v.text.text else { return [] }
            return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
        } ?? []
    }

    private static func last(_ node: UnsafeMutablePointer<GumboNode>) -> UnsafeMutablePointer<GumboNode>? {
        let children = node.pointee.v.element.children
        guard children.length > 0 else { return nil }
        return children.data[Int(children.length) - 1]?.assumingMemoryBound(to: GumboNode.self)
    }
}

/// Memory that is given out in pieces and given back as a whole.
struct HTMLArena {
    private var chunks: [UnsafeMutableRawPointer] = []
    private var next: UnsafeMutableRawPointer?
    private var left = 0

    mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
        let size = (max(size, 1) + 15) & ~15
        if size > left {
            // Large pieces stand alone, and the chunk goes on to be used.
            let isLarge = size > 1 << 15
            guard let chunk = malloc(isLarge ? size : 1 << 18) else { return nil }
            chunks.append(chunk)
            if isLarge { return chunk }
            next = chunk
            left = 1 << 18
        }
        guard let piece = next else { return nil }
        next = piece + size
        left -= size
        return piece
    }

    func freeAll() {
        for chunk in chunks { free(chunk) }
    }
}
