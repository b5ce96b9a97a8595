// What the program does to stay small in memory.
#define _DEFAULT_SOURCE
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "resources.h"

void rassegna_stay_small(void) {
    // Each thread would have a heap of its own, most of it free most of the time.
    mallopt(M_ARENA_MAX, 2);
}

void rassegna_give_back(struct rassegna_text file) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t start = ((uintptr_t)file.bytes + page - 1) & -page;
    uintptr_t end = ((uintptr_t)file.bytes + file.size) & -page;
    if (start < end) madvise((void *)start, end - start, MADV_DONTNEED);
    malloc_trim(0);
}

void rassegna_forget_start(void) {
    extern const char __executable_start[], etext[];
    unsigned long page = sysconf(_SC_PAGESIZE);
    unsigned long first = ((unsigned long)__executable_start + page - 1) & ~(page - 1);
    unsigned long end = (unsigned long)etext & ~(page - 1);
    if (first < end) madvise((void *)first, end - first, MADV_DONTNEED);
}
