#include <duktape.h>

/// Runs a script at the top level, and leaves its value, or what it threw, on the stack. Duktape's own name for it is
/// a macro that Swift can't see.
static inline duk_int_t duk_run_script(duk_context *context, const char *script, duk_size_t count) {
    return duk_peval_lstring(context, script, count);
}
