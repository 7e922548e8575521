// AVX-512: 12 rows by 2 vectors are 24 of 32 registers.
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,avx2,fma"))), apply_to = function)
#define NK_HARDWARE_FMA 1
#define NK_BLOCK_ROWS 12
#define NK_BLOCK_VECTORS 2
#include "kernels.h"
#pragma clang attribute pop

const nk_kernels nk_avx512 = NK_TABLE("AVX-512");
#endif
