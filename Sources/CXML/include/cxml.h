/* XML through libxml2's SAX parser in recovery mode, as one flat tree, without a type or macro of libxml2.

   The library is loaded at the first use (dlopen): a program that never meets a feed does not pay for it at its start.
   Nothing is fetched: no network, no DTD, no entity but the five of XML; documents may use several threads at a time. */
#ifndef CXML_H
#define CXML_H

#include <stddef.h>
#include <stdint.h>

/* What came of parsing. */
enum cx_status {
    CX_PARSED,     /* to the end, however many errors were recovered from */
    CX_NO_LIBRARY, /* libxml2 is not installed */
    CX_NO_MEMORY,
    CX_TOO_LARGE   /* more bytes, nodes or attributes than the limits: the tree is what came before */
};

/* Limits. Elements nested deeper than CX_DEPTH are left out with their tags; their text stays, in the element around. */
enum {
    CX_BYTES = 1 << 28,           /* bytes of a document */
    CX_DEPTH = 256,               /* open elements */
    CX_NODES = 4 << 20,           /* elements and texts of a document */
    CX_ATTRIBUTES = 4 << 20,      /* attributes of a document */
    CX_ELEMENT_ATTRIBUTES = 1024, /* attributes of an element; the rest is left out */
    CX_NAMES = 1 << 19            /* different names of a document; elements beyond are CX_OTHER */
};

/* The name of a text node, and of what has a name beyond CX_NAMES. */
#define CX_TEXT UINT32_MAX
#define CX_OTHER (UINT32_MAX - 1)

/* A piece of `cx_document.bytes`: UTF-8, entities resolved. */
struct cx_slice {
    uint32_t start;
    uint32_t count;
};

/* A name as it was written and meant; without a prefix or namespace the slice is empty. */
struct cx_name {
    struct cx_slice local;
    struct cx_slice prefix;
    struct cx_slice space;
};

struct cx_attribute {
    uint32_t name; /* index of `names` */
    struct cx_slice value;
};

/* An element or a text, in document order. */
struct cx_node {
    uint32_t name;            /* index of `names`, CX_TEXT or CX_OTHER */
    uint32_t end;             /* the index after its last descendant */
    struct cx_slice text;     /* of a text */
    uint32_t attributes;      /* its first attribute, index of `attributes` */
    uint32_t attribute_count;
};

struct cx_document {
    const struct cx_node *nodes;
    size_t node_count;
    const struct cx_attribute *attributes;
    size_t attribute_count;
    const struct cx_name *names;
    size_t name_count;
    const uint8_t *bytes;
    size_t byte_count;
    /* Errors that were recovered from, and what the first of them was, with its line (0 for none). */
    size_t errors;
    int line;
    char message[160];
};

/* Parses UTF-8. A processing instruction `<?c START COUNT?>` stands for a text, which is taken from `source` as it is; the
   texts are in order and do not overlap. `document` is set, also where the tree is not whole, unless there is no library or
   no memory; it is to be freed by `cx_free`. */
enum cx_status cx_parse(const uint8_t *bytes, size_t count, const uint8_t *source, size_t source_count,
                        struct cx_document **document);

void cx_free(struct cx_document *document);

/* Text in the encoding of a label (`koi8-r`, `big5`; by iconv of the C library) as UTF-8, what is damaged as U+FFFD; NULL
   where the encoding is not known. To be freed by `free`. */
uint8_t *cx_convert(const char *label, const uint8_t *bytes, size_t count, size_t *converted);

/* The name of the library that is looked for. */
const char *cx_library(void);

#endif
