/* Loads libcurl at first use: linked, it would cost every start of the program some milliseconds. */
#include "CFetch.h"
#include "curl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

struct curl_functions curl;

static char problem[300];
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* The OpenSSL build first, whose headers are compiled against; the GnuTLS build has the same interface. */
static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};

static void load(void) {
    void *library = NULL;
    for (size_t i = 0; !library && i < sizeof names / sizeof *names; i++) {
        library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
        if (!library && i == 0) snprintf(problem, sizeof problem, "%s", dlerror());
    }
    if (!library) return;
    problem[0] = 0;
#define CURL_FIND(name)                                                                       \
    curl.name = (__typeof__(curl.name))dlsym(library, "curl_" #name);                          \
    if (!curl.name && !problem[0]) snprintf(problem, sizeof problem, "libcurl has no curl_%s", #name);
    CURL_FUNCTIONS(CURL_FIND)
    if (!problem[0] && curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        snprintf(problem, sizeof problem, "libcurl does not start");
}

const char *fetch_load(void) {
    pthread_once(&once, load);
    return problem[0] ? problem : NULL;
}
