import Foundation

/// Why a file or a folder can't be read or written.
package enum FileFault {
    /// The system's own words, such as "No space left on device", where `error` has them.
    package static func reason(of error: any Error) -> String {
        let underlying = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError }
        if let underlying, underlying.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(underlying.code)))
        }
        return error is CocoaError || type(of: error) is NSError.Type ? error.localizedDescription : "\(error)"
    }
}
