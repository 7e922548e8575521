// Whole files, where there are files.
#include "NeuralKernels.h"

#if defined(__wasm__)

bool nk_read_file(const char *path, uint8_t **bytes, long *count) { return (void)path, (void)bytes, (void)count, false; }
bool nk_write_file(const char *path, const uint8_t *bytes, long count) {
    return (void)path, (void)bytes, (void)count, false;
}

#else

#include <stdio.h>
#include <stdlib.h>

bool nk_read_file(const char *path, uint8_t **bytes, long *count) {
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    bool done = false;
    if (fseek(file, 0, SEEK_END) == 0) {
        long size = ftell(file);
        uint8_t *memory = size >= 0 ? malloc((size_t)size + 1) : NULL;
        if (memory && fseek(file, 0, SEEK_SET) == 0 && fread(memory, 1, (size_t)size, file) == (size_t)size) {
            *bytes = memory;
            *count = size;
            done = true;
        } else {
            free(memory);
        }
    }
    fclose(file);
    return done;
}

bool nk_write_file(const char *path, const uint8_t *bytes, long count) {
    FILE *file = fopen(path, "wb");
    if (!file) return false;
    bool written = fwrite(bytes, 1, (size_t)count, file) == (size_t)count;
    return (fclose(file) == 0) && written;
}

#endif
