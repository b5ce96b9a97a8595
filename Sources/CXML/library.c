#include "library.h"
#include "cxml.h"

#include <dlfcn.h>
#include <pthread.h>

static const char name[] = "libxml2.so.2";
static struct cx_libxml2 functions;
static int is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

const char *cx_library(void) { return name; }

static void load(void) {
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    *(void **)&functions.init = dlsym(library, "xmlInitParser");
    *(void **)&functions.create = dlsym(library, "xmlCreateMemoryParserCtxt");
    *(void **)&functions.options = dlsym(library, "xmlCtxtUseOptions");
    *(void **)&functions.parse = dlsym(library, "xmlParseDocument");
    *(void **)&functions.stop = dlsym(library, "xmlStopParser");
    *(void **)&functions.free = dlsym(library, "xmlFreeParserCtxt");
    is_loaded = functions.init && functions.create && functions.options && functions.parse && functions.stop
        && functions.free;
    if (is_loaded) functions.init();
}

const struct cx_libxml2 *cx_libxml2(void) {
    pthread_once(&once, load);
    return is_loaded ? &functions : NULL;
}
