#include "CFetch.h"
#include "curl.h"

#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>

/* A head of more bytes is refused; a body of which nothing is wanted (a redirect, an error) is read no further. */
enum { MOST_HEAD = 256 << 10, MOST_UNWANTED = 64 << 10 };

struct buffer {
    uint8_t *bytes;
    size_t count, room;
};

struct fetch_pool {
    CURLM *multi;
    uint64_t received;
};

struct fetch_transfer {
    fetch_pool *pool;
    CURL *easy;
    struct curl_slist *headers;
    struct buffer head, body;
    size_t most;
    bool cuts;
    uint64_t number;
    /* Whether it is among the transfers of the pool. */
    bool runs;
    /* Whether we ended it ourselves, and how. */
    bool stopped;
    fetch_outcome ending;
    char reason[CURL_ERROR_SIZE];
};

static bool append(struct buffer *buffer, const char *bytes, size_t count) {
    if (buffer->room - buffer->count < count) {
        size_t room = buffer->room ? buffer->room * 2 : 4096;
        while (room - buffer->count < count) room *= 2;
        uint8_t *grown = realloc(buffer->bytes, room);
        if (!grown) return false;
        buffer->bytes = grown;
        buffer->room = room;
    }
    memcpy(buffer->bytes + buffer->count, bytes, count);
    buffer->count += count;
    return true;
}

/* Ends a transfer from within a callback. */
static size_t stop(fetch_transfer *transfer, fetch_outcome ending) {
    transfer->stopped = true;
    transfer->ending = ending;
    return 0;
}

static size_t take_head(char *bytes, size_t size, size_t count, void *context) {
    fetch_transfer *transfer = context;
    size_t length = size * count;
    if (length >= 5 && memcmp(bytes, "HTTP/", 5) == 0) {
        transfer->head.count = 0;
        transfer->body.count = 0;
        return length;
    }
    if (length > MOST_HEAD - transfer->head.count) return stop(transfer, FETCH_HEAD_TOO_LARGE);
    return append(&transfer->head, bytes, length) ? length : stop(transfer, FETCH_OTHER);
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
    fetch_transfer *transfer = context;
    size_t length = size * count;
    transfer->pool->received += length;
    long status = fetch_status(transfer);
    if ((status < 200 || status > 299) && length > MOST_UNWANTED - transfer->body.count)
        return stop(transfer, FETCH_DONE);
    if (length > transfer->most - transfer->body.count) {
        if (!transfer->cuts) return stop(transfer, FETCH_TOO_LARGE);
        append(&transfer->body, bytes, transfer->most - transfer->body.count);
        return stop(transfer, FETCH_DONE);
    }
    return append(&transfer->body, bytes, length) ? length : stop(transfer, FETCH_OTHER);
}

int fetch_bell(void) {
    return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

fetch_pool *fetch_open(void) {
    fetch_pool *pool = calloc(1, sizeof *pool);
    if (!pool) return NULL;
    pool->multi = curl.multi_init();
    if (!pool->multi) {
        free(pool);
        return NULL;
    }
    curl.multi_setopt(pool->multi, CURLMOPT_MAXCONNECTS, 32L);
    return pool;
}

void fetch_close(fetch_pool *pool) {
    curl.multi_cleanup(pool->multi);
    free(pool);
}

void fetch_perform(fetch_pool *pool) {
    int running;
    curl.multi_perform(pool->multi, &running);
}

void fetch_wait(fetch_pool *pool, int bell, int milliseconds) {
    struct curl_waitfd extra = {.fd = bell, .events = CURL_WAIT_POLLIN};
    int ready;
    curl.multi_poll(pool->multi, &extra, 1, milliseconds, &ready);
}

uint64_t fetch_received(const fetch_pool *pool) {
    return pool->received;
}

/* Whom to trust, where the user's environment says so, as OpenSSL and its programs read it: libcurl has its own list and
   does not look. Certificates are verified either way. */
static void trust(CURL *easy) {
    const char *file = getenv("SSL_CERT_FILE"), *folder = getenv("SSL_CERT_DIR");
    if (file && *file) curl.easy_setopt(easy, CURLOPT_CAINFO, file);
    if (folder && *folder) curl.easy_setopt(easy, CURLOPT_CAPATH, folder);
}

fetch_transfer *fetch_new(fetch_pool *pool, uint64_t number, const char *address, const char *agent, fetch_limits limits) {
    fetch_transfer *transfer = calloc(1, sizeof *transfer);
    CURL *easy = transfer ? curl.easy_init() : NULL;
    if (!easy) {
        free(transfer);
        return NULL;
    }
    transfer->pool = pool;
    transfer->easy = easy;
    transfer->number = number;
    transfer->most = limits.bytes;
    transfer->cuts = limits.cuts;
    bool is_safe = curl.easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK
        && curl.easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L) == CURLE_OK
        && curl.easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L) == CURLE_OK
        && curl.easy_setopt(easy, CURLOPT_URL, address) == CURLE_OK;
    if (!is_safe) {
        fetch_free(transfer);
        return NULL;
    }
    trust(easy);
    curl.easy_setopt(easy, CURLOPT_PRIVATE, transfer);
    curl.easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer->reason);
    curl.easy_setopt(easy, CURLOPT_USERAGENT, agent);
    curl.easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_head);
    curl.easy_setopt(easy, CURLOPT_HEADERDATA, transfer);
    curl.easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
    curl.easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
    curl.easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl.easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl.easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    curl.easy_setopt(easy, CURLOPT_HTTP09_ALLOWED, 0L);
    curl.easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl.easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    /* Without it a name that is still looked up when its time is over keeps all other transfers waiting. */
    curl.easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    if (!limits.cuts) curl.easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)limits.bytes);
    curl.easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, limits.connect);
    curl.easy_setopt(easy, CURLOPT_TIMEOUT_MS, limits.whole);
    curl.easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, limits.slowest);
    curl.easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, limits.patience);
    return transfer;
}

void fetch_add_header(fetch_transfer *transfer, const char *line) {
    struct curl_slist *longer = curl.slist_append(transfer->headers, line);
    if (longer) transfer->headers = longer;
}

void fetch_set_credentials(fetch_transfer *transfer, const char *user, const char *password) {
    curl.easy_setopt(transfer->easy, CURLOPT_HTTPAUTH, (long)(CURLAUTH_BASIC | CURLAUTH_DIGEST));
    curl.easy_setopt(transfer->easy, CURLOPT_USERNAME, user);
    curl.easy_setopt(transfer->easy, CURLOPT_PASSWORD, password);
}

bool fetch_begin(fetch_transfer *transfer) {
    curl.easy_setopt(transfer->easy, CURLOPT_HTTPHEADER, transfer->headers);
    transfer->runs = curl.multi_add_handle(transfer->pool->multi, transfer->easy) == CURLM_OK;
    return transfer->runs;
}

static void leave(fetch_transfer *transfer) {
    if (transfer->runs) curl.multi_remove_handle(transfer->pool->multi, transfer->easy);
    transfer->runs = false;
}

void fetch_free(fetch_transfer *transfer) {
    leave(transfer);
    curl.easy_cleanup(transfer->easy);
    curl.slist_free_all(transfer->headers);
    free(transfer->head.bytes);
    free(transfer->body.bytes);
    free(transfer);
}

static fetch_outcome meaning(CURLcode code) {
    switch (code) {
    case CURLE_OK: return FETCH_DONE;
    case CURLE_COULDNT_RESOLVE_HOST: return FETCH_NO_HOST;
    case CURLE_COULDNT_CONNECT: return FETCH_NO_CONNECTION;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY: return FETCH_NO_PROXY;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CERTPROBLEM: return FETCH_UNTRUSTED;
    case CURLE_OPERATION_TIMEDOUT: return FETCH_TIMED_OUT;
    case CURLE_FILESIZE_EXCEEDED: return FETCH_TOO_LARGE;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR: return FETCH_CUT_SHORT;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_HTTP2:
    case CURLE_WRITE_ERROR: return FETCH_BROKEN;
    case CURLE_URL_MALFORMAT: return FETCH_BAD_ADDRESS;
    default: return FETCH_OTHER;
    }
}

fetch_transfer *fetch_next(fetch_pool *pool) {
    CURLMsg *message;
    int left;
    while ((message = curl.multi_info_read(pool->multi, &left))) {
        if (message->msg != CURLMSG_DONE) continue;
        fetch_transfer *transfer = NULL;
        CURLcode code = message->data.result;
        curl.easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&transfer);
        if (!transfer) continue;
        if (!transfer->stopped) transfer->ending = meaning(code);
        leave(transfer);
        return transfer;
    }
    return NULL;
}

uint64_t fetch_number(const fetch_transfer *transfer) {
    return transfer->number;
}

fetch_outcome fetch_ending(const fetch_transfer *transfer) {
    return transfer->ending;
}

const char *fetch_reason(const fetch_transfer *transfer) {
    return transfer->reason;
}

long fetch_status(const fetch_transfer *transfer) {
    long status = 0;
    curl.easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

const uint8_t *fetch_head(const fetch_transfer *transfer, size_t *count) {
    *count = transfer->head.count;
    return transfer->head.bytes;
}

const uint8_t *fetch_body(const fetch_transfer *transfer, size_t *count) {
    *count = transfer->body.count;
    return transfer->body.bytes;
}
