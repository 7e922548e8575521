// The only file that touches Duktape's pointers.
import CDuktape

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A JavaScript engine (ES5, by Duktape), which scripts are loaded into and whose functions can be called.
///
/// Scripts find one function that is not JavaScript's: `allocated()` is the number of bytes that the engine has asked
/// for since the last call began, those given back included. It measures work, and unlike a clock it measures the same
/// on every machine.
final class JavaScriptEngine {
    private let context: OpaquePointer
    private let meter: UnsafeMutablePointer<Meter>

    init() {
        meter = .allocate(capacity: 1)
        meter.initialize(to: Meter())
        guard let context = duk_create_heap(allocate, reallocate, release, meter, nil) else {
            fatalError("there is no memory left for a JavaScript engine")
        }
        self.context = context
        duk_push_c_function(context, pushAllocated, 0)
        duk_put_global_string(context, "allocated")
    }

    deinit {
        duk_destroy_heap(context)
        meter.deallocate()
    }

    /// Runs `script` at the top level.
    /// - Returns: its value, as a text.
    @discardableResult
    func run(_ script: String) throws(JavaScriptException) -> String {
        let status = CESU8.bytes(of: script).withUnsafeBytes {
            duk_run_script(context, $0.bindMemory(to: CChar.self).baseAddress, duk_size_t($0.count))
        }
        return try finish(status)
    }

    /// What the global function `name` returns for `arguments`, as a text.
    func call(_ name: String, _ arguments: [String]) throws(JavaScriptException) -> String {
        duk_get_global_string(context, name)
        for argument in arguments { push(argument) }
        meter.pointee.allocated = 0
        return try finish(duk_pcall(context, duk_idx_t(arguments.count)))
    }
}

extension JavaScriptEngine {
    private func push(_ text: String) {
        CESU8.bytes(of: text).withUnsafeBytes {
            _ = duk_push_lstring(context, $0.bindMemory(to: CChar.self).baseAddress, duk_size_t($0.count))
        }
    }

    /// Takes the value of a script or a call off the stack.
    private func finish(_ status: duk_int_t) throws(JavaScriptException) -> String {
        var count: duk_size_t = 0
        let bytes = UnsafeRawBufferPointer(start: duk_safe_to_lstring(context, -1, &count), count: Int(count))
        let value = CESU8.string(bytes)
        duk_pop(context)
        guard status == 0 else { throw JavaScriptException(value: value) }
        return value
    }
}

/// What a script threw, as a text.
struct JavaScriptException: Error, Equatable {
    var value: String
}

/// How much memory an engine has asked for.
private struct Meter {
    var allocated = 0

    /// No single piece of memory is larger, so that an array which grows without end fails before the machine does.
    static let largest = 64 << 20

    /// Whether there may be another piece of `size` bytes.
    static func count(_ size: Int, in meter: UnsafeMutableRawPointer?) -> Bool {
        meter?.assumingMemoryBound(to: Meter.self).pointee.allocated += size
        return size <= largest
    }
}

private func allocate(_ meter: UnsafeMutableRawPointer?, _ size: duk_size_t) -> UnsafeMutableRawPointer? {
    Meter.count(Int(size), in: meter) ? malloc(Int(size)) : nil
}

private func reallocate(
    _ meter: UnsafeMutableRawPointer?, _ memory: UnsafeMutableRawPointer?, _ size: duk_size_t
) -> UnsafeMutableRawPointer? {
    Meter.count(Int(size), in: meter) ? realloc(memory, Int(size)) : nil
}

private func release(_ meter: UnsafeMutableRawPointer?, _ memory: UnsafeMutableRawPointer?) {
    free(memory)
}

/// `allocated()`, as scripts call it.
private func pushAllocated(_ context: OpaquePointer?) -> duk_ret_t {
    var functions = duk_memory_functions()
    duk_get_memory_functions(context, &functions)
    let meter = functions.udata?.assumingMemoryBound(to: Meter.self)
    duk_push_number(context, Double(meter?.pointee.allocated ?? 0))
    return 1
}
