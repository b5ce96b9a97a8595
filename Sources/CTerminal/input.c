/* Keys, pastes and the mouse. */
#include "internal.h"

#include <curses.h>
#include <poll.h>
#include <term.h>
#include <unistd.h>

/* Keys that ncurses has no code for get one above its own. */
enum { OWN_KEYS = 0x2000, PASTE_BEGIN = OWN_KEYS + 0x100, PASTE_END };

/* How long the rest of a character may take to come, in milliseconds. */
enum { CHARACTER_DELAY = 50 };

/* Keys are read through a pad of their own: reading through the screen would repaint it. */
static WINDOW *keys;

/* A key read too far, to be read again. */
static struct {
    bool is_set;
    int status;
    wint_t value;
} held;

static const struct {
    const char *bytes;
    enum ct_key key;
} sequences[] = {
    /* xterm and those like it, then rxvt. */
    {"\033[1;5D", CT_KEY_CTRL_LEFT}, {"\033[1;5C", CT_KEY_CTRL_RIGHT}, {"\033[1;2A", CT_KEY_SHIFT_UP},
    {"\033[1;2B", CT_KEY_SHIFT_DOWN}, {"\033Od", CT_KEY_CTRL_LEFT}, {"\033Oc", CT_KEY_CTRL_RIGHT},
    {"\033[a", CT_KEY_SHIFT_UP}, {"\033[b", CT_KEY_SHIFT_DOWN},
    /* Terminals that do not send what their entry says. */
    {"\033[A", CT_KEY_UP}, {"\033[B", CT_KEY_DOWN}, {"\033[C", CT_KEY_RIGHT}, {"\033[D", CT_KEY_LEFT},
    {"\033OA", CT_KEY_UP}, {"\033OB", CT_KEY_DOWN}, {"\033OC", CT_KEY_RIGHT}, {"\033OD", CT_KEY_LEFT},
    {"\033[H", CT_KEY_HOME}, {"\033[F", CT_KEY_END}, {"\033OH", CT_KEY_HOME}, {"\033OF", CT_KEY_END},
    {"\033[1~", CT_KEY_HOME}, {"\033[4~", CT_KEY_END}, {"\033[7~", CT_KEY_HOME}, {"\033[8~", CT_KEY_END},
    {"\033[2~", CT_KEY_INSERT}, {"\033[3~", CT_KEY_DELETE}, {"\033[5~", CT_KEY_PAGE_UP},
    {"\033[6~", CT_KEY_PAGE_DOWN}, {"\033[Z", CT_KEY_BACK_TAB},
};

static const struct {
    const char *capability;
    enum ct_key key;
} capabilities[] = {
    {"kLFT5", CT_KEY_CTRL_LEFT}, {"kRIT5", CT_KEY_CTRL_RIGHT}, {"kUP", CT_KEY_SHIFT_UP}, {"kDN", CT_KEY_SHIFT_DOWN},
};

static void define_keys(void) {
    for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++) {
        const char *bytes = tigetstr(capabilities[i].capability);
        if (bytes != NULL && bytes != (const char *)-1) define_key(bytes, OWN_KEYS + (int)capabilities[i].key);
    }
    for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++) {
        if (key_defined(sequences[i].bytes) == 0) define_key(sequences[i].bytes, OWN_KEYS + (int)sequences[i].key);
    }
    define_key("\033[200~", PASTE_BEGIN);
    define_key("\033[201~", PASTE_END);
}

void input_begin(bool mouse) {
    held.is_set = false;
    keys = newpad(1, 1);
    keypad(keys, TRUE);
    define_keys();
    if (mouse) {
        mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
        mouseinterval(0);
    }
}

void input_end(void) {
    delwin(keys);
    keys = NULL;
}

static bool terminal_is_readable(void) {
    struct pollfd terminal = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&terminal, 1, 0) > 0;
}

/* Reads a key if one has come: OK with a character, KEY_CODE_YES with a code of ncurses, or ERR. */
static int read_key(wint_t *value) {
    if (held.is_set) {
        held.is_set = false;
        *value = held.value;
        return held.status;
    }
    wtimeout(keys, terminal_is_readable() ? CHARACTER_DELAY : 0);
    return wget_wch(keys, value);
}

static void hold(int status, wint_t value) {
    held.is_set = true;
    held.status = status;
    held.value = value;
}

/* The key for a code of ncurses; 0 for none of ours. */
static unsigned key_of(wint_t code) {
    if (code > OWN_KEYS && code < PASTE_BEGIN) return code - OWN_KEYS;
    if (code > KEY_F0 && code <= KEY_F0 + 63) return CT_KEY_FUNCTION + (code - KEY_F0);
    switch (code) {
    case KEY_ENTER: return CT_KEY_ENTER;
    case KEY_BTAB: return CT_KEY_BACK_TAB;
    case KEY_BACKSPACE: return CT_KEY_BACKSPACE;
    case KEY_DC: return CT_KEY_DELETE;
    case KEY_IC: return CT_KEY_INSERT;
    case KEY_UP: return CT_KEY_UP;
    case KEY_DOWN: return CT_KEY_DOWN;
    case KEY_LEFT: return CT_KEY_LEFT;
    case KEY_RIGHT: return CT_KEY_RIGHT;
    case KEY_HOME: case KEY_FIND: case KEY_A1: return CT_KEY_HOME;
    case KEY_END: case KEY_SELECT: case KEY_C1: return CT_KEY_END;
    case KEY_PPAGE: case KEY_A3: return CT_KEY_PAGE_UP;
    case KEY_NPAGE: case KEY_C3: return CT_KEY_PAGE_DOWN;
    case KEY_SR: return CT_KEY_SHIFT_UP;
    case KEY_SF: return CT_KEY_SHIFT_DOWN;
    default: return 0;
    }
}

static void take_mouse(struct ct_input *input) {
    MEVENT event;
    if (getmouse(&event) != OK) return;
    if (event.bstate & BUTTON1_PRESSED) input->kind = CT_CLICK;
    if (event.bstate & BUTTON4_PRESSED) input->kind = CT_WHEEL_UP;
    if (event.bstate & BUTTON5_PRESSED) input->kind = CT_WHEEL_DOWN;
    input->row = event.y;
    input->column = event.x;
}

static void take_code(wint_t code, struct ct_input *input) {
    if (code == KEY_MOUSE) {
        take_mouse(input);
    } else if (code == PASTE_BEGIN || code == PASTE_END) {
        input->kind = code == PASTE_BEGIN ? CT_PASTE_BEGIN : CT_PASTE_END;
    } else if (key_of(code) != 0) {
        input->kind = CT_KEY;
        input->value = key_of(code);
    }
}

/* Reads the rest of a control sequence that no key is known for, so that its letters are not taken for keys; false
   when nothing follows the introducer. */
static bool skip_sequence(wint_t introducer) {
    wint_t value;
    int status = read_key(&value);
    if (status == ERR) return false;
    bool is_linux_key = introducer == '[' && value == '[';
    while (status == OK && introducer == '[' && (value < 0x40 || value > 0x7E || is_linux_key)) {
        is_linux_key = false;
        status = read_key(&value);
    }
    if (status == KEY_CODE_YES) hold(status, value);
    return true;
}

/* What an Esc is the beginning of: Alt with a character, an unknown key, or nothing else. */
static void take_escape(struct ct_input *input) {
    wint_t value;
    int status = read_key(&value);
    if (status == OK && (value == '[' || value == 'O') && skip_sequence(value)) return;
    bool is_alt = status == OK && value >= 0x20 && value != 0x7F;
    if (status != ERR && !is_alt) hold(status, value);
    input->kind = is_alt ? CT_ALT : CT_CHARACTER;
    input->value = is_alt ? value : 0x1B;
}

bool ct_read(struct ct_input *input) {
    wint_t value;
    *input = (struct ct_input){.kind = CT_NOTHING};
    switch (read_key(&value)) {
    case ERR: return false;
    case KEY_CODE_YES: take_code(value, input); return true;
    default: break;
    }
    if (value == 0x1B) {
        take_escape(input);
    } else {
        input->kind = CT_CHARACTER;
        input->value = value;
    }
    return true;
}
