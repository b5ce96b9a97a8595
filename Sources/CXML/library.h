/* libxml2, loaded when it is first needed. */
#ifndef CXML_LIBRARY_H
#define CXML_LIBRARY_H

#include <libxml/parser.h>

/* The functions that are used of it. */
struct cx_libxml2 {
    void (*init)(void);
    xmlParserCtxtPtr (*create)(const char *, int);
    int (*options)(xmlParserCtxtPtr, int);
    int (*parse)(xmlParserCtxtPtr);
    void (*stop)(xmlParserCtxtPtr);
    void (*free)(xmlParserCtxtPtr);
};

/* The library, or NULL where there is none. */
const struct cx_libxml2 *cx_libxml2(void);

#endif
