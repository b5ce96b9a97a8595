/* The functions of libcurl that are used, found when the library is loaded. */
#ifndef RASSEGNA_CURL_H
#define RASSEGNA_CURL_H

#include <curl/curl.h>

/* Each function with its own type, so that the compiler checks the calls. */
#define CURL_FUNCTIONS(USE) \
    USE(global_init) USE(easy_init) USE(easy_cleanup) USE(easy_setopt) USE(easy_getinfo) USE(slist_append) \
    USE(slist_free_all) USE(multi_init) USE(multi_cleanup) USE(multi_setopt) USE(multi_add_handle) \
    USE(multi_remove_handle) USE(multi_perform) USE(multi_poll) USE(multi_info_read)

#define CURL_MEMBER(name) __typeof__(curl_##name) *name;
struct curl_functions {
    CURL_FUNCTIONS(CURL_MEMBER)
};

extern struct curl_functions curl;

#endif
