import Foundation
import Literate

/// Compiles the units of one chapter, and keeps what becomes of them.
struct CellCompiler: Sendable {
    let toolchain: Toolchain
    let store: ResultStore
    let chapter: Chapter
    /// Whether a unit that was compiled before is taken as it is.
    let usesKept: Bool
    var goal = Goal.run
    /// How long the compiler may take for a unit whose own time limit is not longer, in seconds.
    var seconds = 60.0

    /// What units are compiled for, by the folder of the store that takes them.
    enum Goal: String {
        /// They become libraries.
        case run = "units"
        /// Only what is wrong with them is asked for.
        case check = "checked"
    }

    /// Compiles a cell together with its companions, or alone where that does not work: then each has its own errors.
    ///
    /// To start the compiler and let it read what cells import takes longer than most of them do.
    /// - Parameters:
    ///   - companions: what comes after the cell and can be compiled in its module.
    ///   - modules: the cells before it.
    /// - Returns: the cell, and by their keys those companions that are compiled too.
    /// - Throws: the compiler's errors, at the chapter's lines.
    func compile(
        _ job: CompilerJob, with companions: () -> [CompilerJob], modules: [CompiledUnit]
    ) async throws -> (unit: CompiledUnit, companions: [UnitKey: CompiledUnit]) {
        if let unit = kept(job.key) { return (unit, [:]) }
        let companions = companions()
        if !companions.isEmpty {
            do { return try await compileAnew([job] + companions, modules: modules) } catch is Problems {}
        }
        return try await compileAnew([job], modules: modules)
    }

    /// The unit as it was compiled before, which serves a check too; nil where it is not there, or is not to be used.
    func kept(_ key: UnitKey) -> CompiledUnit? {
        guard usesKept else { return nil }
        for goal in goal == .check ? [.run, .check] : [goal] {
            let place = place(of: key, for: goal)
            guard var unit = CompiledUnit.read(from: place) else { continue }
            Expiry.touch(place)
            unit.isKept = true
            return unit
        }
        return nil
    }

    private func place(of key: UnitKey, for goal: Goal) -> URL {
        store.folder.appending(path: "\(goal.rawValue)/\(key.text)")
    }

    private func compileAnew(
        _ jobs: [CompilerJob], modules: [CompiledUnit]
    ) async throws -> (unit: CompiledUnit, companions: [UnitKey: CompiledUnit]) {
        let (leader, companions) = (jobs[0], jobs.dropFirst())
        var units: [CompiledUnit] = []
        let unit = try await keep(leader.key) { folder in
            units = try await compile(jobs, modules: modules, in: folder)
            return units[0]
        }
        guard let unit else { throw UnwritableStore(folder: store.folder.path) }
        var kept: [UnitKey: CompiledUnit] = [:]
        for (job, unit) in zip(companions, units.dropFirst()) { kept[job.key] = try await keep(job.key) { _ in unit } }
        return (unit, kept)
    }

    /// Puts a unit and its files into the store.
    /// - Parameter make: gives the unit, and leaves its files in the folder that it is given.
    /// - Returns: what is in the store then; nil where it can't be read.
    private func keep(
        _ key: UnitKey, make: (URL) async throws -> CompiledUnit
    ) async throws -> CompiledUnit? {
        let place = place(of: key, for: goal)
        let work = place.deletingLastPathComponent().appending(path: ".\(key.text)-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: work) }
        try await make(work).write(to: work)
        // Whoever is first puts it there; what another build has put there meanwhile is the same. A damaged one goes.
        if CompiledUnit.read(from: place) == nil { try? FileManager.default.removeItem(at: place) }
        try? FileManager.default.moveItem(at: work, to: place)
        return CompiledUnit.read(from: place)
    }
}

/// The folder that keeps results can't be written.
struct UnwritableStore: Error, CustomStringConvertible {
    var folder: String
    var description: String { "\(folder) can't be written" }
}

extension CellCompiler {
    /// Compiles a unit and its companions into one module.
    private func compile(
        _ jobs: [CompilerJob], modules: [CompiledUnit], in folder: URL
    ) async throws -> [CompiledUnit] {
        let (leader, source) = (jobs[0], jobs[0].source)
        // Top-level code is allowed in a file of this name only.
        var files = [folder.appending(path: "main.swift")]
        try source.text.write(to: files[0], atomically: false, encoding: .utf8)
        for companion in jobs.dropFirst() {
            files.append(folder.appending(path: "\(companion.source.moduleName).swift"))
            try companion.source.companionText.write(to: files.last!, atomically: false, encoding: .utf8)
        }
        let object = folder.appending(path: "unit.o")
        let module = "\(source.moduleName).swiftmodule"
        let interface = folder.appending(path: module).path

        var command =
            switch goal {
            case .run:
                toolchain.compile.compiling(
                    files.map(\.path), into: object.path, module: source.moduleName, interface: interface,
                    isOptimized: source.isOptimized)
            case .check:
                toolchain.compile.checking(files.map(\.path), module: source.moduleName, interface: interface)
            }
        command += toolchain.compile.own(["-entry-point-function-name", source.entryPoint])
        command += (modules.map(\.folder.path) + [toolchain.modules]).flatMap { ["-I", $0] }
        command += toolchain.moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
        let output = try await run(command, for: leader.unit, in: folder)
        let diagnostics = Diagnostic.read(output.text)
        guard output.succeeded else { throw errors(diagnostics, output.text, of: leader.unit) }
        for file in files { try FileManager.default.removeItem(at: file) }
        if goal == .run {
            try await link(object.path, importing: source.importedModules, for: leader.unit, in: folder)
            try FileManager.default.removeItem(at: object)
        }
        let made = [module, CompiledUnit.libraryName].compactMap { name in
            CompiledUnit.digest(of: folder.appending(path: name)).map { (name, $0) }
        }
        return jobs.enumerated().map { place, job in
            CompiledUnit(
                moduleName: job.source.moduleName, entryPoint: job.source.entryPoint,
                leader: place == 0 ? nil : leader.key.text, diagnostics: diagnostics.about(job.source),
                files: Dictionary(uniqueKeysWithValues: made))
        }
    }

    private func errors(_ diagnostics: [Diagnostic], _ text: String, of unit: Chapter.Unit) -> Problems {
        let errors = CompilerDiagnostics(diagnostics, text: text, of: unit, in: chapter).errors
        return Problems(
            errors.isEmpty
                ? [
                    Problem(
                        file: chapter.source.path, location: unit.location,
                        message: "the compiler failed without a word", fix: text.isEmpty ? nil : text)
                ] : errors)
    }

    /// Makes a library of an object file.
    private func link(
        _ object: String, importing modules: [String], for unit: Chapter.Unit, in folder: URL
    ) async throws {
        let library = folder.appending(path: CompiledUnit.libraryName).path
        let command = toolchain.link.linking(object, into: library, importing: modules)
        let link = try await run(command, for: unit, in: folder)
        guard link.succeeded else { throw errors([], link.text, of: unit) }
    }
}
