/* The terminal through ncurses, without a type or macro of ncurses.

   There is one screen in a process, used by one thread. Coordinates are zero-based, rows before columns. */
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What came of opening the screen. */
enum ct_status {
    CT_OPENED,
    CT_NOT_A_TERMINAL,   /* standard input or output is something else */
    CT_UNKNOWN_TERMINAL, /* the terminal database does not know the name */
    CT_TOO_DUMB,         /* the terminal cannot place its cursor */
    CT_ALREADY_OPEN,
    CT_NO_PIPE           /* no file descriptors left */
};

/* Takes the terminal: raw keys, no echo, bracketed paste, handlers for resizing, ending, stopping and crashing.
   `escape_delay` is how long, in milliseconds, an Esc waits for the rest of a key's bytes; without `colours` none is
   ever written. */
enum ct_status ct_open(const char *terminal, int escape_delay, bool colours, bool mouse);

/* Gives the terminal back for good, with the handlers that were there before. */
void ct_close(void);

/* Gives the terminal back for a while (`ct_leave`), and takes it again with the screen to be painted anew. */
void ct_leave(void);
void ct_enter(void);

/* Stops the process as Ctrl-Z does and returns when it goes on; between `ct_leave` and `ct_enter`. */
void ct_stop(void);

/* Colours the terminal has: 0 for none or none wanted, 8, 16, 88, 256 or more. */
int ct_colours(void);

/* The number of a pair of colours, each -1 for the terminal's own; 0 where the terminal has none left. */
int ct_pair(int foreground, int background);

/* Measures the terminal and makes the screen as large; says whether the size changed. */
bool ct_measure(int *rows, int *columns);

/* Attributes of a cell. */
enum ct_attribute { CT_BOLD = 1, CT_DIM = 2, CT_ITALIC = 4, CT_UNDERLINE = 8, CT_REVERSE = 16 };

/* Most scalars of a character: a base and its marks. */
enum { CT_SCALARS = 5 };

/* A character with its look; unused scalars are 0. One that the C library measures otherwise than `columns` is shown
   as U+FFFD, so that no column can shift. */
struct ct_cell {
    uint32_t scalars[CT_SCALARS];
    uint16_t attributes;
    uint16_t columns; /* 1 or 2 */
    int32_t pair;
};

/* Puts characters side by side into the screen in memory, from a place on. */
void ct_draw(int row, int column, const struct ct_cell *cells, int count);

/* Writes what changed to the terminal and places the cursor; a negative row hides it. */
void ct_flush(int row, int column);

/* Rings the bell. */
void ct_ring(void);

/* Keys that are no characters. */
enum ct_key {
    CT_KEY_ENTER = 1, CT_KEY_BACK_TAB, CT_KEY_BACKSPACE, CT_KEY_DELETE, CT_KEY_INSERT,
    CT_KEY_UP, CT_KEY_DOWN, CT_KEY_LEFT, CT_KEY_RIGHT, CT_KEY_HOME, CT_KEY_END, CT_KEY_PAGE_UP, CT_KEY_PAGE_DOWN,
    CT_KEY_CTRL_LEFT, CT_KEY_CTRL_RIGHT, CT_KEY_SHIFT_UP, CT_KEY_SHIFT_DOWN,
    CT_KEY_FUNCTION /* plus 1 to 63 */
};

/* What the terminal sent. */
enum ct_kind {
    CT_NOTHING, /* nothing yet, or something that means nothing here */
    CT_CHARACTER,
    CT_ALT, /* a character with Alt */
    CT_KEY,
    CT_PASTE_BEGIN,
    CT_PASTE_END,
    CT_CLICK,
    CT_WHEEL_UP,
    CT_WHEEL_DOWN
};

struct ct_input {
    enum ct_kind kind;
    uint32_t value; /* a scalar (control characters included) or an `enum ct_key` */
    int row, column; /* of the mouse */
};

/* Reads what has come; false when nothing is left to read for now. */
bool ct_read(struct ct_input *input);

/* Why a wait ended; more than one can be set. */
enum ct_reason { CT_INPUT = 1, CT_WAKE = 2, CT_RESIZE = 4, CT_STOP = 8, CT_CONTINUED = 16, CT_HANGUP = 32 };

/* Waits for input, a signal or a byte in `wake` (not read here), at most `timeout` milliseconds, for ever when
   negative. 0 when nothing came. */
int ct_wait(int wake, int timeout);

/* A pipe that neither blocks nor is inherited; false when there are no file descriptors left. */
bool ct_pipe(int ends[2]);

#endif
