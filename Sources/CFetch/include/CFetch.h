/* Fetching over HTTP: some fifteen functions over libcurl's multi interface. No type, macro or variadic function of
   libcurl leaks out, and the library is not linked but loaded when the first pool is made. */
#ifndef CFETCH_H
#define CFETCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Transfers that run at the same time on one thread, and the connections that they share. */
typedef struct fetch_pool fetch_pool;
/* One request and what has come of it. */
typedef struct fetch_transfer fetch_transfer;

/* How a transfer ended. */
typedef enum __attribute__((enum_extensibility(closed))) {
    FETCH_DONE = 0,
    FETCH_NO_HOST,
    FETCH_NO_CONNECTION,
    FETCH_NO_PROXY,
    FETCH_UNTRUSTED,
    FETCH_TIMED_OUT,
    FETCH_TOO_LARGE,
    FETCH_HEAD_TOO_LARGE,
    FETCH_CUT_SHORT,
    FETCH_BROKEN,
    FETCH_BAD_ADDRESS,
    FETCH_OTHER,
} fetch_outcome;

/* What a transfer may cost. */
typedef struct {
    /* Bytes of the body after decompression. */
    size_t bytes;
    /* Whether a larger body is cut there, and not refused. */
    bool cuts;
    /* Milliseconds until a connection stands, and for the whole transfer. */
    long connect, whole;
    /* Fewer bytes a second than this, for so many seconds, end the transfer. */
    long slowest, patience;
} fetch_limits;

/* Loads libcurl unless that has been done; NULL, or why it cannot be. */
const char *fetch_load(void);

/* A descriptor (eventfd) that can be written to from any thread; negative where there are no more. */
int fetch_bell(void);

/* A new pool; NULL where there is no memory. fetch_load must have succeeded. */
fetch_pool *fetch_open(void);
/* Ends a pool whose transfers have all been freed. */
void fetch_close(fetch_pool *pool);
/* Moves all transfers on, without waiting. */
void fetch_perform(fetch_pool *pool);
/* Waits until a transfer can go on, `bell` can be read, or so many milliseconds have passed. */
void fetch_wait(fetch_pool *pool, int bell, int milliseconds);
/* A transfer that has ended since, out of the pool; NULL where there is none. */
fetch_transfer *fetch_next(fetch_pool *pool);
/* The bytes of bodies that have come so far. */
uint64_t fetch_received(const fetch_pool *pool);

/* A transfer that has not begun; NULL where there is no memory. `number` is the caller's own. */
fetch_transfer *fetch_new(fetch_pool *pool, uint64_t number, const char *address, const char *agent, fetch_limits limits);
/* Adds a line to the head of the request. */
void fetch_add_header(fetch_transfer *transfer, const char *line);
/* Sets what is sent to this address where it asks for a name and a password. */
void fetch_set_credentials(fetch_transfer *transfer, const char *user, const char *password);
/* Begins; false where it cannot. */
bool fetch_begin(fetch_transfer *transfer);
/* Ends the transfer if it runs and frees it. */
void fetch_free(fetch_transfer *transfer);

uint64_t fetch_number(const fetch_transfer *transfer);
fetch_outcome fetch_ending(const fetch_transfer *transfer);
/* What libcurl says of a failure; empty where it says nothing. May quote the server. */
const char *fetch_reason(const fetch_transfer *transfer);
/* The status of the last answer, or 0. */
long fetch_status(const fetch_transfer *transfer);
/* The head of the last answer, its status line left out. */
const uint8_t *fetch_head(const fetch_transfer *transfer, size_t *count);
const uint8_t *fetch_body(const fetch_transfer *transfer, size_t *count);

#endif
