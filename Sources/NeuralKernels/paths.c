// Which paths this processor can run.
#define NK_HARDWARE_FMA 0
#include "random.h"

extern const nk_kernels nk_portable;
#if defined(__x86_64__)
extern const nk_kernels nk_avx2, nk_avx512;
#endif

const nk_kernels *nk_kernels_of(nk_path path) {
    if (path == NK_PORTABLE) return &nk_portable;
#if defined(__x86_64__)
    if (path == NK_AVX2 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return &nk_avx2;
    if (path == NK_AVX512 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")
        && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq"))
        return &nk_avx512;
#endif
    return NULL;
}

void nk_threefry(nk_key key, uint32_t counter[2]) {
    uvec zero = {0};
    upair bits = threefry(key, zero + counter[0], zero + counter[1]);
    counter[0] = bits.a[0];
    counter[1] = bits.b[0];
}
