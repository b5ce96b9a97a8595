#include "cxml.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

static const char replacement[] = "\xEF\xBF\xBD";

uint8_t *cx_convert(const char *label, const uint8_t *bytes, size_t count, size_t *converted) {
    iconv_t conversion = iconv_open("UTF-8", label);
    if (conversion == (iconv_t)-1) return NULL;
    size_t room = count * 2 + 64, used = 0;
    uint8_t *text = malloc(room);
    char *input = (char *)bytes;
    size_t left = count;
    while (text && left > 0) {
        char *output = (char *)text + used;
        size_t free_room = room - used;
        size_t result = iconv(conversion, &input, &left, &output, &free_room);
        used = room - free_room;
        if (result != (size_t)-1) break;
        if (errno == E2BIG || room - used < 8) {
            uint8_t *grown = realloc(text, room *= 2);
            if (!grown) free(text);
            text = grown;
            if (errno == E2BIG || !text) continue;
        }
        /* A byte that is none of the encoding's, or the half of a letter at the end. */
        memcpy(text + used, replacement, 3);
        used += 3;
        input++;
        left--;
    }
    iconv_close(conversion);
    *converted = used;
    return text;
}
