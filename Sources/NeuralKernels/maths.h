// Elementary functions as polynomials (our own minimax fits), each within about 2 units in the last place.
#pragma once
#include "vectors.h"

// e^x = 2^n e^r, |r| <= ln 2 / 2. 0 below -87.3, infinity above 88.7.
INLINE_NATIVELY vec exponential(vec x) {
    vec bounded = pick(x < -87.3f, all(-87.3f), pick(x > 88.7f, all(88.7f), x));
    vec shifted = fma(bounded, all(1.44269504f), all(12582912.0f));
    vec n = shifted - 12582912.0f;
    vec r = fma(n, all(-0.693359375f), bounded);
    r = fma(n, all(2.12194440e-4f), r);
    vec p = fma(all(1.395047892e-3f), r, all(8.368888716e-3f));
    p = fma(p, r, all(4.166620597e-2f));
    p = fma(p, r, all(1.666651884e-1f));
    p = fma(p, r, all(5.000000095e-1f));
    vec e = fma(p, r * r, r) + 1.0f;
    // n may be 128, whose power is not a float: two factors.
    ivec exponent = as_bits(shifted) - 0x4b400000, half = exponent >> 1;
    vec y = e * as_floats((half + 127) << 23) * as_floats((exponent - half + 127) << 23);
    y = pick(x < -87.3f, all(0), y);
    return pick(x > 88.7228f, all(__builtin_inff()), y);
}

// e^x - 1 for x <= 0, without losing a small x.
INLINE_NATIVELY vec exponential_minus_one(vec x) {
    vec p = fma(all(1.395047892e-3f), x, all(8.368888716e-3f));
    p = fma(p, x, all(4.166620597e-2f));
    p = fma(p, x, all(1.666651884e-1f));
    p = fma(p, x, all(5.000000095e-1f));
    return pick(x > -0.34f, fma(p, x * x, x), exponential(x) - 1.0f);
}

// ln x for normal x > 0: x = 2^n (1 + f), f between sqrt(1/2) - 1 and sqrt(2) - 1.
INLINE_NATIVELY vec logarithm(vec x) {
    ivec bits = as_bits(x) - 0x3f3504f3;
    vec n = __builtin_convertvector(bits >> 23, vec);
    vec f = as_floats((bits & 0x7fffff) + 0x3f3504f3) - 1.0f;
    vec p = fma(all(-7.859345254e-2f), f, all(1.288156317e-1f));
    p = fma(p, f, all(-1.312881245e-1f));
    p = fma(p, f, all(1.418120529e-1f));
    p = fma(p, f, all(-1.662454954e-1f));
    p = fma(p, f, all(2.000228576e-1f));
    p = fma(p, f, all(-2.500081053e-1f));
    p = fma(p, f, all(3.333331673e-1f));
    vec square = f * f;
    vec tail = fma(p * f, square, square * -0.5f);
    tail = fma(n, all(-2.12194440e-4f), tail);
    return fma(n, all(0.693359375f), f + tail);
}

// ln(1 + u) for u in [0, 1], without losing a small u.
INLINE vec logarithm_of_one_plus(vec u) {
    vec s = u + 1.0f;
    return logarithm(s) + (u - (s - 1.0f)) / s;
}

INLINE_NATIVELY vec logistic(vec x) { return all(1) / (exponential(-x) + 1.0f); }

INLINE_NATIVELY vec hyperbolic_tangent(vec x) {
    vec s = x * x;
    vec p = fma(all(2.122729635e-3f), s, all(-8.156260963e-3f));
    p = fma(p, s, all(2.169259826e-2f));
    p = fma(p, s, all(-5.394537658e-2f));
    p = fma(p, s, all(1.333319589e-1f));
    p = fma(p, s, all(-3.333333057e-1f));
    vec near = fma(p * s, x, x);
    vec far = all(1) - all(2) / (exponential(absolute(x) * 2.0f) + 1.0f);
    return pick(absolute(x) < 0.625f, near, with_sign_of(far, x));
}

// P(N(0, 1) <= x), without cancellation in the lower tail.
INLINE_NATIVELY vec normal_distribution(vec x) {
    vec t = x * 0.707106781f, s = t * t, a = smaller(absolute(t), all(4));
    // erf(t) = t p(t^2) near 0
    vec p = fma(all(8.223969847e-5f), s, all(-8.108078057e-4f));
    p = fma(p, s, all(5.197991349e-3f));
    p = fma(p, s, all(-2.685818566e-2f));
    p = fma(p, s, all(1.128367407e-1f));
    p = fma(p, s, all(-3.761263239e-1f));
    p = fma(p, s, all(1.128379167f));
    // erfc(a) = exp(-q(a)) up to 4, where it is 1.5e-8
    vec q = fma(all(-9.712443898e-7f), a, all(1.557670884e-5f));
    q = fma(q, a, all(-8.711359214e-5f));
    q = fma(q, a, all(-6.813287568e-6f));
    q = fma(q, a, all(3.110677444e-3f));
    q = fma(q, a, all(-2.340738727e-2f));
    q = fma(q, a, all(1.064787875e-1f));
    q = fma(q, a, all(6.345388443e-1f));
    q = fma(q, a, all(1.129064426f));
    q = fma(q, a, all(-1.005164824e-4f));
    vec tail = pick(absolute(t) < 4.0f, exponential(-q) * 0.5f, all(0));
    return pick(s < 0.9f, fma(p * 0.5f, t, all(0.5f)), pick(x < 0.0f, tail, all(1) - tail));
}

// sin 2 pi t and cos 2 pi t for t in [-1/2, 1/2].
INLINE_NATIVELY vec sine_of_turns(vec t) {
    // sin 2 pi t = sin 2 pi (1/2 - t): fold into [-1/4, 1/4].
    t = pick(absolute(t) > 0.25f, with_sign_of(all(0.5f) - absolute(t), t), t);
    vec s = t * t;
    vec p = fma(all(3.976157865e+1f), s, all(-7.658139105e+1f));
    p = fma(p, s, all(8.160248486e+1f));
    p = fma(p, s, all(-4.134168072e+1f));
    p = fma(p, s, all(6.283185280f));
    return p * t;
}
INLINE vec cosine_of_turns(vec t) { return sine_of_turns(all(0.25f) - absolute(t)); }
