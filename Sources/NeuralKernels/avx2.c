// AVX2 with FMA: a vector is two registers, so 6 rows by 1 vector are 12 of 16.
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define NK_HARDWARE_FMA 1
#define NK_BLOCK_ROWS 6
#define NK_BLOCK_VECTORS 1
#include "kernels.h"
#pragma clang attribute pop

const nk_kernels nk_avx2 = NK_TABLE("AVX2");
#endif
