/* Taking the terminal, giving it back, and painting. */
#include "internal.h"

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

#undef columns /* a macro of term.h */

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";

static SCREEN *screen;
static bool has_colours, has_default_colours, has_paste;
static char reset_text[256];
static size_t reset_length;

/* Cells hold any character only where the C library counts in UTF-8. Numbers keep their C form. */
static void choose_locale(void) {
    if (setlocale(LC_CTYPE, "") == NULL || strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

static const char *capability(const char *name) {
    const char *text = tigetstr(name);
    return text == NULL || text == (const char *)-1 ? "" : text;
}

/* Adds a capability without its padding, such as `$<5>`. */
static void add_reset(const char *text) {
    while (*text != '\0' && reset_length < sizeof reset_text) {
        const char *end = strncmp(text, "$<", 2) == 0 ? strchr(text, '>') : NULL;
        if (end != NULL) {
            text = end + 1;
        } else {
            reset_text[reset_length++] = *text++;
        }
    }
}

/* What makes the terminal usable again, made ready because a crash leaves no time for it. */
static void prepare_reset(bool mouse) {
    reset_length = 0;
    if (has_paste) add_reset(paste_off);
    if (mouse) add_reset("\033[?1000l\033[?1006l");
    add_reset(capability("sgr0"));
    add_reset(capability("rmkx"));
    add_reset(capability("cnorm"));
    add_reset(capability("rmcup"));
    add_reset("\r");
}

static enum ct_status check(const char *terminal) {
    int found = 0;
    if (terminal == NULL || setupterm(terminal, STDOUT_FILENO, &found) != OK) return CT_UNKNOWN_TERMINAL;
    const char *place = capability("cup");
    bool can_place = *place != '\0';
    has_paste = strncmp(place, "\033[", 2) == 0;
    del_curterm(cur_term);
    return can_place ? CT_OPENED : CT_TOO_DUMB;
}

static void begin_colours(bool wanted) {
    has_colours = wanted && has_colors() && start_color() == OK;
    has_default_colours = has_colours && use_default_colors() == OK;
}

static void begin_paste(void) {
    if (has_paste) write_all(paste_on, sizeof paste_on - 1);
}

static void end_paste(void) {
    if (has_paste) write_all(paste_off, sizeof paste_off - 1);
}

/* ncurses 6.4 flushes at every move of the cursor until it has left the screen once: a frame is one write after. The
   screen that it leaves here was never taken, so what it says to that is not for the terminal. */
static void leave_unheard(void) {
    int terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (terminal >= 0 && nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0) {
        endwin();
        dup2(terminal, STDOUT_FILENO);
    }
    if (nowhere >= 0) close(nowhere);
    if (terminal >= 0) close(terminal);
}

enum ct_status ct_open(const char *terminal, int escape_delay, bool colours, bool mouse) {
    if (screen != NULL) return CT_ALREADY_OPEN;
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CT_NOT_A_TERMINAL;
    choose_locale();
    enum ct_status status = check(terminal);
    if (status != CT_OPENED) return status;
    if (!signals_save()) return CT_NO_PIPE;
    screen = newterm(terminal, stdout, stdin);
    if (screen == NULL) return CT_UNKNOWN_TERMINAL;
    leave_unheard();
    prepare_reset(mouse);
    signals_take(reset_text, reset_length);
    set_escdelay(escape_delay);
    /* A frame is always painted to its end: the caller takes in all keys before it paints. */
    typeahead(-1);
    raw();
    nonl();
    noecho();
    begin_colours(colours);
    /* The terminal is taken before anything is said to it: a change of its modes waits until it has read everything. */
    refresh();
    input_begin(mouse);
    begin_paste();
    return CT_OPENED;
}

void ct_close(void) {
    if (screen == NULL) return;
    end_paste();
    input_end();
    endwin();
    delscreen(screen);
    screen = NULL;
    signals_restore();
}

void ct_leave(void) {
    end_paste();
    endwin();
    signals_set_away(true);
}

void ct_enter(void) {
    signals_set_away(false);
    begin_paste();
    clearok(curscr, TRUE);
    refresh();
}

bool ct_measure(int *rows, int *columns) {
    struct winsize size;
    bool changed = false;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0
        && is_term_resized(size.ws_row, size.ws_col)) {
        changed = resizeterm(size.ws_row, size.ws_col) == OK;
        clearok(curscr, TRUE);
    }
    getmaxyx(stdscr, *rows, *columns);
    return changed;
}

int ct_colours(void) {
    return has_colours ? COLORS : 0;
}

int ct_pair(int foreground, int background) {
    if (!has_colours || (foreground < 0 && background < 0)) return 0;
    if (!has_default_colours) {
        if (foreground < 0) foreground = COLOR_WHITE;
        if (background < 0) background = COLOR_BLACK;
    }
    int pair = alloc_pair(foreground, background);
    return pair < 0 ? 0 : pair;
}

static attr_t attributes_of(const struct ct_cell *cell) {
    static const attr_t bits[] = {A_BOLD, A_DIM, A_ITALIC, A_UNDERLINE, A_REVERSE};
    attr_t attributes = A_NORMAL;
    for (int i = 0; i < 5; i++) {
        if (cell->attributes & 1 << i) attributes |= bits[i];
    }
    return attributes;
}

/* The character and the marks that the C library knows; what it measures otherwise than we do is replaced. */
static bool spell(const struct ct_cell *cell, wchar_t text[CT_SCALARS + 1]) {
    int length = 0;
    wchar_t base = (wchar_t)cell->scalars[0];
    bool fits = (base >= 0x20 && base < 0x7F && cell->columns == 1) || wcwidth(base) == (int)cell->columns;
    text[length++] = fits ? base : 0xFFFD;
    for (int i = 1; fits && i < CT_SCALARS && cell->scalars[i] != 0; i++) {
        wchar_t mark = (wchar_t)cell->scalars[i];
        if (wcwidth(mark) == 0) text[length++] = mark;
    }
    text[length] = L'\0';
    return fits;
}

static bool is_plain(const struct ct_cell *cell) {
    return cell->scalars[0] >= 0x20 && cell->scalars[0] < 0x7F && cell->scalars[1] == 0 && cell->columns == 1;
}

static bool look_alike(const struct ct_cell *one, const struct ct_cell *other) {
    return one->attributes == other->attributes && one->pair == other->pair;
}

void ct_draw(int row, int column, const struct ct_cell *cells, int count) {
    enum { ROOM = 256 };
    cchar_t run[ROOM + 1];
    int used = 0, start = column;
    /* The last plain character, which the next one differs from in its letter only: most text is made of such. */
    const struct ct_cell *last = NULL;
    cchar_t plain;
    for (int i = 0; i < count; i++) {
        wchar_t text[CT_SCALARS + 1];
        if (last != NULL && is_plain(&cells[i]) && look_alike(last, &cells[i])) {
            run[used] = plain;
            run[used++].chars[0] = (wchar_t)cells[i].scalars[0];
        } else {
            attr_t attributes = attributes_of(&cells[i]);
            int pair = cells[i].pair;
            bool fits = spell(&cells[i], text);
            setcchar(&run[used++], text, attributes, 0, &pair);
            if (is_plain(&cells[i])) {
                last = &cells[i];
                plain = run[used - 1];
            }
            if (!fits && cells[i].columns == 2) setcchar(&run[used++], L" ", attributes, 0, &pair);
        }
        column += cells[i].columns;
        if (used >= ROOM - 1 || i == count - 1) {
            mvadd_wchnstr(row, start, run, used);
            used = 0;
            start = column;
        }
    }
}

void ct_flush(int row, int column) {
    curs_set(row >= 0 ? 1 : 0);
    if (row >= 0) move(row, column);
    wnoutrefresh(stdscr);
    doupdate();
}

void ct_ring(void) {
    beep();
}
