#include "cxml.h"
#include "library.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* What libxml2 calls a name: its three texts are the same pointers whenever they are the same texts. */
struct key {
    const xmlChar *local;
    const xmlChar *prefix;
    const xmlChar *space;
    uint32_t name;
};

/* A document under construction; the tables grow by doubling. */
struct builder {
    struct cx_document document;
    struct cx_node *nodes;
    size_t node_room;
    struct cx_attribute *attributes;
    size_t attribute_room;
    struct cx_name *names;
    size_t name_room;
    uint8_t *bytes;
    size_t byte_room;
    struct key *keys; /* open addressing; a power of two */
    size_t key_room;
    uint32_t open[CX_DEPTH];
    size_t depth; /* may be more than CX_DEPTH */
    bool is_in_text; /* whether the last node is a text that goes on */
    const uint8_t *source;
    size_t source_count;
    size_t taken; /* where the last text that was taken from the source ends */
    const struct cx_libxml2 *library;
    xmlParserCtxtPtr parser;
    enum cx_status status;
};

static void stop(struct builder *builder, enum cx_status status) {
    if (builder->status != CX_PARSED) return;
    builder->status = status;
    builder->library->stop(builder->parser);
}

/* Makes room for `count` more entries of `size` bytes. */
static bool reserve(struct builder *builder, void *table, size_t *room, size_t used, size_t count, size_t size) {
    if (used + count <= *room) return true;
    size_t wanted = *room ? *room * 2 : 256;
    while (wanted < used + count) wanted *= 2;
    void *grown = realloc(*(void **)table, wanted * size);
    if (!grown) {
        stop(builder, CX_NO_MEMORY);
        return false;
    }
    *(void **)table = grown;
    *room = wanted;
    return true;
}

/* Adds bytes to the text of the document. */
static bool add_bytes(struct builder *builder, const xmlChar *text, size_t count, struct cx_slice *slice) {
    size_t start = builder->document.byte_count;
    if (start + count > CX_BYTES) {
        stop(builder, CX_TOO_LARGE);
        return false;
    }
    if (!reserve(builder, &builder->bytes, &builder->byte_room, start, count, 1)) return false;
    if (count) memcpy(builder->bytes + start, text, count);
    builder->document.byte_count += count;
    *slice = (struct cx_slice){(uint32_t)start, (uint32_t)count};
    return true;
}

static bool add_string(struct builder *builder, const xmlChar *text, struct cx_slice *slice) {
    return add_bytes(builder, text, text ? strlen((const char *)text) : 0, slice);
}

static size_t place(const struct builder *builder, const struct key *key) {
    uintptr_t hash = (uintptr_t)key->local * 0x9E3779B97F4A7C15u ^ (uintptr_t)key->prefix * 0xC2B2AE3D27D4EB4Fu
        ^ (uintptr_t)key->space * 0x165667B19E3779F9u;
    size_t index = (hash ^ hash >> 29) & (builder->key_room - 1);
    while (builder->keys[index].local) {
        const struct key *other = &builder->keys[index];
        if (other->local == key->local && other->prefix == key->prefix && other->space == key->space) break;
        index = (index + 1) & (builder->key_room - 1);
    }
    return index;
}

static bool grow_keys(struct builder *builder) {
    struct key *old = builder->keys;
    size_t room = builder->key_room;
    builder->keys = calloc(room * 2, sizeof *old);
    if (!builder->keys) {
        builder->keys = old;
        stop(builder, CX_NO_MEMORY);
        return false;
    }
    builder->key_room = room * 2;
    for (size_t index = 0; index < room; index++) {
        if (old[index].local) builder->keys[place(builder, &old[index])] = old[index];
    }
    free(old);
    return true;
}

/* The number of a name. */
static uint32_t number_of(struct builder *builder, const xmlChar *local, const xmlChar *prefix, const xmlChar *space) {
    struct key key = {local, prefix, space, 0};
    size_t index = place(builder, &key);
    if (builder->keys[index].local) return builder->keys[index].name;
    size_t count = builder->document.name_count;
    if (count >= CX_NAMES) return CX_OTHER;
    if (count * 2 >= builder->key_room) {
        if (!grow_keys(builder)) return CX_OTHER;
        index = place(builder, &key);
    }
    struct cx_name name;
    if (!reserve(builder, &builder->names, &builder->name_room, count, 1, sizeof name)
        || !add_string(builder, local, &name.local) || !add_string(builder, prefix, &name.prefix)
        || !add_string(builder, space, &name.space)) {
        return CX_OTHER;
    }
    builder->names[count] = name;
    key.name = (uint32_t)count;
    builder->keys[index] = key;
    builder->document.name_count++;
    return key.name;
}

/* Adds a node; NULL where the document is full. */
static struct cx_node *add_node(struct builder *builder, uint32_t name) {
    size_t count = builder->document.node_count;
    if (count >= CX_NODES) {
        stop(builder, CX_TOO_LARGE);
        return NULL;
    }
    if (!reserve(builder, &builder->nodes, &builder->node_room, count, 1, sizeof(struct cx_node))) return NULL;
    builder->document.node_count++;
    struct cx_node *node = &builder->nodes[count];
    *node = (struct cx_node){.name = name, .end = (uint32_t)count + 1};
    node->attributes = (uint32_t)builder->document.attribute_count;
    return node;
}

static void add_attributes(struct builder *builder, int count, const xmlChar **values) {
    uint32_t owner = (uint32_t)builder->document.node_count - 1;
    if (count > CX_ELEMENT_ATTRIBUTES) count = CX_ELEMENT_ATTRIBUTES;
    for (int index = 0; index < count; index++, values += 5) {
        size_t used = builder->document.attribute_count;
        if (used >= CX_ATTRIBUTES) {
            stop(builder, CX_TOO_LARGE);
            return;
        }
        struct cx_attribute attribute;
        attribute.name = number_of(builder, values[0], values[1], values[2]);
        if (!add_bytes(builder, values[3], (size_t)(values[4] - values[3]), &attribute.value)
            || !reserve(builder, &builder->attributes, &builder->attribute_room, used, 1, sizeof attribute)) {
            return;
        }
        builder->attributes[used] = attribute;
        builder->document.attribute_count++;
        builder->nodes[owner].attribute_count++;
    }
}

static void start_element(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *space,
                          int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted,
                          const xmlChar **attributes) {
    (void)namespace_count, (void)namespaces, (void)defaulted;
    struct builder *builder = user;
    if (builder->depth++ >= CX_DEPTH || builder->status != CX_PARSED) return;
    builder->is_in_text = false;
    struct cx_node *node = add_node(builder, number_of(builder, local, prefix, space));
    if (!node) return;
    builder->open[builder->depth - 1] = (uint32_t)builder->document.node_count - 1;
    if (attribute_count > 0) add_attributes(builder, attribute_count, attributes);
}

static void end_element(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *space) {
    (void)local, (void)prefix, (void)space;
    struct builder *builder = user;
    if (builder->depth == 0 || builder->status != CX_PARSED) return;
    if (--builder->depth >= CX_DEPTH) return;
    builder->is_in_text = false;
    builder->nodes[builder->open[builder->depth]].end = (uint32_t)builder->document.node_count;
}

/* Text comes in pieces, which become one node unless an element stands between. */
static void add_text(void *user, const xmlChar *text, int count) {
    struct builder *builder = user;
    if (count <= 0 || builder->depth == 0 || builder->status != CX_PARSED) return;
    struct cx_slice slice;
    if (!add_bytes(builder, text, (size_t)count, &slice)) return;
    if (builder->is_in_text) {
        builder->nodes[builder->document.node_count - 1].text.count += slice.count;
        return;
    }
    struct cx_node *node = add_node(builder, CX_TEXT);
    if (!node) return;
    node->text = slice;
    builder->is_in_text = true;
}

/* A text that stands in the source. */
static void add_source(void *user, const xmlChar *target, const xmlChar *data) {
    struct builder *builder = user;
    if (!data || strcmp((const char *)target, "c") != 0) return;
    char *end;
    unsigned long long start = strtoull((const char *)data, &end, 10);
    unsigned long long count = strtoull(end, NULL, 10);
    if (start < builder->taken || start > builder->source_count || count > builder->source_count - start) return;
    builder->taken = start + count;
    add_text(user, builder->source + start, (int)count);
}

static void note_error(void *user, xmlErrorPtr error) {
    struct builder *builder = user;
    if (!error || error->level < XML_ERR_ERROR) return;
    if (builder->document.errors++ || !error->message) return;
    builder->document.line = error->line;
    size_t count = strcspn(error->message, "\r\n");
    if (count >= sizeof builder->document.message) count = sizeof builder->document.message - 1;
    memcpy(builder->document.message, error->message, count);
}

static xmlEntityPtr no_entity(void *user, const xmlChar *name) {
    (void)user, (void)name;
    return NULL;
}

static xmlParserInputPtr no_input(void *user, const xmlChar *public, const xmlChar *system) {
    (void)user, (void)public, (void)system;
    return NULL;
}

/* Parses with a handler of our own, which builds no tree of libxml2's and knows no declared entity. */
static void parse(struct builder *builder, const uint8_t *bytes, size_t count) {
    builder->parser = builder->library->create((const char *)bytes, (int)count);
    if (!builder->parser) {
        builder->status = CX_NO_MEMORY;
        return;
    }
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = start_element;
    handler.endElementNs = end_element;
    handler.characters = add_text;
    handler.ignorableWhitespace = add_text;
    handler.cdataBlock = add_text;
    handler.processingInstruction = add_source;
    handler.getEntity = no_entity;
    handler.getParameterEntity = no_entity;
    handler.resolveEntity = no_input;
    handler.serror = (xmlStructuredErrorFunc)note_error;
    /* NOENT replaces entities, of which there are only XML's five: without it those in attributes stay as they are
       written. HUGE lets texts over 10 MB pass; the limit is CX_BYTES. */
    builder->library->options(builder->parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOENT);
    *builder->parser->sax = handler;
    builder->parser->userData = builder;
    builder->library->parse(builder->parser);
    builder->library->free(builder->parser);
    builder->parser = NULL;
}

enum cx_status cx_parse(const uint8_t *bytes, size_t count, const uint8_t *source, size_t source_count,
                        struct cx_document **document) {
    *document = NULL;
    const struct cx_libxml2 *library = cx_libxml2();
    if (!library) return CX_NO_LIBRARY;
    if (count > CX_BYTES || source_count > CX_BYTES) return CX_TOO_LARGE;
    struct builder *builder = calloc(1, sizeof *builder);
    if (!builder) return CX_NO_MEMORY;
    builder->library = library;
    builder->source = source;
    builder->source_count = source_count;
    builder->key_room = 256;
    builder->keys = calloc(builder->key_room, sizeof *builder->keys);
    if (!builder->keys) {
        free(builder);
        return CX_NO_MEMORY;
    }
    if (count > 0) parse(builder, bytes, count);
    /* What was open at the end, or when it was stopped, ends there. */
    for (size_t index = 0; index < builder->depth && index < CX_DEPTH; index++) {
        uint32_t node = builder->open[index];
        if (node < builder->document.node_count) builder->nodes[node].end = (uint32_t)builder->document.node_count;
    }
    builder->document.nodes = builder->nodes;
    builder->document.attributes = builder->attributes;
    builder->document.names = builder->names;
    builder->document.bytes = builder->bytes;
    free(builder->keys);
    builder->keys = NULL;
    enum cx_status status = builder->status;
    if (status == CX_NO_MEMORY) {
        cx_free(&builder->document);
    } else {
        *document = &builder->document;
    }
    return status;
}

void cx_free(struct cx_document *document) {
    if (!document) return;
    struct builder *builder = (struct builder *)document; /* its first member */
    free(builder->nodes);
    free(builder->attributes);
    free(builder->names);
    free(builder->bytes);
    free(builder->keys);
    free(builder);
}
