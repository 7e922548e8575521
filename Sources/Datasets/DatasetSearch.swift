/// Where the files of one data set are looked for, and fetched to where no folder has them.
struct DatasetSearch {
    let source: ImageDatasetSource
    let surroundings: Surroundings

    /// The first folder that holds all four files.
    ///
    /// A folder that was named, and the system's, must hold all of them or none: some are a mistake worth telling.
    /// The cache is filled up.
    func find(folder: String?) throws(DatasetLoadingError) -> DatasetFolder {
        if let folder { return try find(inside: folder) }
        let places = try named() + system()
        for path in places {
            let candidate = DatasetFolder(path, in: surroundings)
            if candidate.isComplete { return candidate }
            guard candidate.isEmpty else { throw incomplete(candidate) }
        }
        return try fillCache(after: places)
    }
}

extension DatasetSearch {
    private static let variable = "WEFT_DATA"

    /// The folder given as an argument, or its subfolder of the data set's name.
    private func find(inside folder: String) throws(DatasetLoadingError) -> DatasetFolder {
        guard surroundings.exists(folder) else { throw .noSuchFolder(folder, variable: nil) }
        let candidates = ["\(folder)/\(source.name)", folder].map { DatasetFolder($0, in: surroundings) }
        if let complete = candidates.first(where: \.isComplete) { return complete }
        throw incomplete(candidates.first { !$0.isEmpty } ?? candidates[1])
    }

    /// The folders that `WEFT_DATA` stands for.
    ///
    /// All data sets of this format call their files alike, so a folder that bears another one's name is not taken:
    /// `WEFT_DATA=~/data/mnist` never passes digits off as clothes.
    private func named() throws(DatasetLoadingError) -> [String] {
        guard let folder = surroundings.variable(Self.variable), !folder.isEmpty else { return [] }
        guard surroundings.exists(folder) else { throw .noSuchFolder(folder, variable: Self.variable) }
        let own = folder.split(separator: "/").last ?? ""
        let owner = ImageDatasetSource.known.first { own.hasPrefix($0.name) }
        return ["\(folder)/\(source.name)"] + (owner == nil || owner?.name == source.name ? [folder] : [])
    }

    private func system() -> [String] {
        source.system.map { [$0.folder] } ?? []
    }

    private func incomplete(_ folder: DatasetFolder) -> DatasetLoadingError {
        .incompleteFolder(folder.path, missing: folder.missing.map(\.gzipped))
    }

    private func fillCache(after searched: [String]) throws(DatasetLoadingError) -> DatasetFolder {
        guard let cache = source.cache(in: surroundings) else {
            throw unavailable(DatasetFile.allCases, .noCacheFolder, searched, nil)
        }
        let present = DatasetFolder(cache, in: surroundings)
        let download = Download(source: source, folder: cache, fetch: surroundings.fetch)
        for (index, file) in present.missing.enumerated() {
            do throws(DownloadFailure) {
                try download.keep(file)
            } catch {
                throw unavailable(Array(present.missing[index...]), error, searched + [cache], cache)
            }
        }
        return DatasetFolder(cache, in: surroundings)
    }

    private func unavailable(
        _ missing: [DatasetFile], _ failure: DownloadFailure, _ searched: [String], _ cache: String?
    ) -> DatasetLoadingError {
        .unavailable(
            Unavailability(
                title: source.title, missing: missing.map(\.gzipped), searched: searched, failure: failure,
                folder: cache, package: source.system?.package))
    }
}
