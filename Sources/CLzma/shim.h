#include <lzma.h>

// What Swift can't read of the header's macros.
static const lzma_vli lzma_filter_lzma1 = LZMA_FILTER_LZMA1;
static const lzma_vli lzma_filter_none = LZMA_VLI_UNKNOWN;
