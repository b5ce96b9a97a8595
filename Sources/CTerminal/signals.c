/* Signals become bytes in a pipe; a crash gives the terminal back before it takes its course. */
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static const int events[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP};
static const int crashes[] = {SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP};
enum { EVENTS = sizeof events / sizeof *events, CRASHES = sizeof crashes / sizeof *crashes };

static struct sigaction events_before[EVENTS], crashes_before[CRASHES];
static struct termios settings_before;
static const char *reset_text;
static size_t reset_length;
static int signal_pipe[2] = {-1, -1};
static volatile sig_atomic_t is_away, is_ending;
static char crash_stack[65536];

void write_all(const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, length);
        if (written < 0 && errno != EINTR) return;
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }
}

bool ct_pipe(int ends[2]) {
    return pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0;
}

static void give_back(void) {
    if (is_away) return;
    write_all(reset_text, reset_length);
    tcsetattr(STDIN_FILENO, TCSANOW, &settings_before);
}

static void restore(const int *numbers, const struct sigaction *before, int count) {
    for (int i = 0; i < count; i++) sigaction(numbers[i], &before[i], NULL);
}

static unsigned char flag_of(int number) {
    switch (number) {
    case SIGWINCH: return CT_RESIZE;
    case SIGCONT: return CT_CONTINUED;
    case SIGTSTP: return CT_STOP;
    default: return CT_HANGUP;
    }
}

static void on_event(int number) {
    if (is_away && (number == SIGINT || number == SIGQUIT)) return;
    int error = errno;
    /* Whoever asks a second time does not want to wait any longer. */
    if (number == SIGTERM && is_ending++) {
        give_back();
        signal(SIGTERM, SIG_DFL);
        raise(SIGTERM);
    }
    unsigned char flag = flag_of(number);
    ssize_t ignored = write(signal_pipe[1], &flag, 1);
    (void)ignored;
    errno = error;
}

static void on_crash(int number, siginfo_t *info, void *context) {
    (void)context;
    give_back();
    restore(crashes, crashes_before, CRASHES);
    /* A fault comes again by itself when the handler returns; a signal that was sent does not. */
    if (info->si_code <= 0) raise(number);
}

bool signals_save(void) {
    if (signal_pipe[0] < 0 && !ct_pipe(signal_pipe)) return false;
    for (int i = 0; i < EVENTS; i++) sigaction(events[i], NULL, &events_before[i]);
    for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], NULL, &crashes_before[i]);
    tcgetattr(STDIN_FILENO, &settings_before);
    return true;
}

static void take(int number, void (*handler)(int), const struct sigaction *before) {
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    /* What the parent had ignored, as nohup does, stays ignored. */
    if (number == SIGHUP && before->sa_handler == SIG_IGN) action.sa_handler = SIG_IGN;
    sigaction(number, &action, NULL);
}

void signals_take(const char *reset, size_t length) {
    reset_text = reset;
    reset_length = length;
    is_away = is_ending = 0;
    for (int i = 0; i < EVENTS; i++) take(events[i], on_event, &events_before[i]);

    stack_t stack;
    if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE)) {
        stack = (stack_t){.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
        sigaltstack(&stack, NULL);
    }
    struct sigaction crash = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigemptyset(&crash.sa_mask);
    for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &crash, NULL);
}

void signals_set_away(bool away) {
    is_away = away;
    struct sigaction action = {.sa_handler = away ? SIG_DFL : on_event, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGTSTP, &action, NULL);
}

void signals_restore(void) {
    restore(events, events_before, EVENTS);
    restore(crashes, crashes_before, CRASHES);
    unsigned char flag;
    while (read(signal_pipe[0], &flag, 1) == 1) continue;
}

void ct_stop(void) {
    raise(SIGTSTP);
}

/* What the terminal says: input, or that it is gone. Readable with nothing to read is the end of a terminal. */
static int terminal_flags(short events) {
    int waiting = 0;
    if (events & (POLLHUP | POLLERR | POLLNVAL)) return CT_HANGUP;
    if (!(events & POLLIN)) return 0;
    return ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting > 0 ? CT_INPUT : CT_HANGUP;
}

int ct_wait(int wake, int timeout) {
    struct pollfd sources[] = {
        {.fd = STDIN_FILENO, .events = POLLIN},
        {.fd = signal_pipe[0], .events = POLLIN},
        {.fd = wake, .events = POLLIN},
    };
    int ready;
    do {
        ready = poll(sources, 3, timeout);
    } while (ready < 0 && errno == EINTR);
    if (ready <= 0) return 0;
    int flags = terminal_flags(sources[0].revents);
    unsigned char flag;
    while (read(signal_pipe[0], &flag, 1) == 1) flags |= flag;
    if (sources[2].revents & POLLIN) flags |= CT_WAKE;
    return flags;
}
