#ifndef RASSEGNA_RESOURCES_H
#define RASSEGNA_RESOURCES_H

#include <stddef.h>

/// A file built into the program.
struct rassegna_text {
    /// The file's name.
    const char *name;
    /// Its bytes, not terminated.
    const unsigned char *bytes;
    /// How many bytes it has.
    size_t size;
};

/// The catalogue's records, all files one after the other, UTF-8, not terminated.
struct rassegna_text rassegna_catalogue(void);

/// The recogniser's model, as Entities reads it.
struct rassegna_text rassegna_model(void);

/// How many sample articles there are.
size_t rassegna_sample_count(void);

/// A sample article, by its place from 0 to the count.
struct rassegna_text rassegna_sample(size_t index);

/// Keeps the heaps of threads few; to be called before there are threads.
void rassegna_stay_small(void);

/// Gives back the memory of a file that has been read, and what reading it left free. Reading it again is allowed.
void rassegna_give_back(struct rassegna_text file);

/// Lets go of the program's code, most of which only a start needs; what is needed again comes back from the file's cache.
void rassegna_forget_start(void);

#endif
