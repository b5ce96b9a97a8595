/* What the files of the shim share. */
#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1

#include "cterminal.h"

/* signals.c */

/* Keeps the handlers and the terminal settings of before; false when there is no pipe. Before ncurses starts. */
bool signals_save(void);

/* Installs ours. `reset` is written to the terminal should the process crash; it must stay valid. After ncurses
   started, which has handlers of its own. */
void signals_take(const char *reset, size_t length);

/* Between leaving the terminal and taking it again: Ctrl-C and Ctrl-Z are the other program's. */
void signals_set_away(bool away);

/* Puts the handlers of before back. */
void signals_restore(void);

/* input.c */

/* Prepares keys, paste marks and mouse; after ncurses started. */
void input_begin(bool mouse);
void input_end(void);

/* Writes bytes to the terminal, past ncurses. Safe in a signal handler. */
void write_all(const char *bytes, size_t length);

#endif
