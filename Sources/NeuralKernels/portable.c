// Whatever the target has by default: NEON with its own fma (a vector is four registers, 6 rows are 24 of 32),
// WebAssembly's relaxed simd with that of the processor (2 rows are 8 registers of 16), or SSE2 and WebAssembly's simd128
// with fma emulated.
#if defined(__aarch64__)
#define NK_HARDWARE_FMA 1
#define NK_BLOCK_ROWS 6
#elif defined(__wasm_relaxed_simd__)
#define NK_HARDWARE_FMA 1
#define NK_BLOCK_ROWS 2
#else
#define NK_HARDWARE_FMA 0
#define NK_BLOCK_ROWS 2
#endif
#define NK_BLOCK_VECTORS 1
#include "kernels.h"

#if defined(__aarch64__)
const nk_kernels nk_portable = NK_TABLE("NEON");
#elif defined(__wasm__)
const nk_kernels nk_portable = NK_TABLE("WebAssembly");
#else
const nk_kernels nk_portable = NK_TABLE("portable");
#endif
