// The recogniser's weights and lists of names, built in. `make model` trains them anew (docs/recogniser.md).
#include "resources.h"

static const unsigned char model[] = {
#embed "Model/names.bin"
};

struct rassegna_text rassegna_model(void) {
    return (struct rassegna_text){"names.bin", model, sizeof model};
}
