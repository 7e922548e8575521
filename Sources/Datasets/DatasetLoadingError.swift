public import NeuralNetworks

/// Why a data set or a table could not be loaded.
public enum DatasetLoadingError: Error, Sendable, Equatable {
    /// No data set has that name.
    case unknownName(String, known: [String])

    /// The folder that was asked for, by an argument or by the environment variable named, is not there.
    case noSuchFolder(String, variable: String?)

    /// A folder holds some of the four files, but not these.
    case incompleteFolder(String, missing: [String])

    /// A file is there but cannot be read.
    case unreadable(file: String, reason: String)

    /// A file's contents are not what they should be.
    case malformed(file: String, fault: IDXFault)

    /// A table's text is not what it should be, or does not have what was asked of it.
    case malformedTable(file: String, fault: CSVFault)

    /// There are not as many labels as images.
    case countsDiffer(images: String, imageCount: Int, labels: String, labelCount: Int)

    /// The labels do not make a data set of the images: one of them names no class.
    case invalid(labels: String, reason: DatasetError)

    /// No folder has the files, and they could not be downloaded.
    case unavailable(Unavailability)
}

/// A data set that is nowhere to be had: what was tried.
public struct Unavailability: Sendable, Equatable {
    /// The data set's title: `Fashion-MNIST`.
    public let title: String

    /// The files that are missing.
    public let missing: [String]

    /// The folders that were looked in, in order.
    public let searched: [String]

    /// Why the files could not be downloaded.
    public let failure: DownloadFailure

    /// The folder to put the files in, where there is one.
    public let folder: String?

    /// The Debian package that holds the files, where there is one.
    public let package: String?
}

/// Why a file could not be downloaded.
public enum DownloadFailure: Error, Sendable, Equatable {
    /// There is no place to keep it: neither `XDG_CACHE_HOME` nor `HOME` is set.
    case noCacheFolder

    /// It cannot be kept in the cache.
    case cannotWrite(folder: String, reason: String)

    /// No mirror served it.
    case failed([Attempt])

    /// One mirror's answer.
    public struct Attempt: Sendable, Equatable {
        /// The address that was asked.
        public let url: String

        /// What came of it.
        public let outcome: Outcome
    }

    /// What came of asking a mirror.
    public enum Outcome: Sendable, Equatable {
        /// Nothing was served, in the downloading program's own words.
        case notServed(reason: String)

        /// A file was served, but not the published one.
        case wrongDigest(found: String, expected: String)
    }
}
