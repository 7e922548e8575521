import Foundation
import Subprocess
import TestSupport
import Testing

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// Disks that are full, and folders that can't be written.
@Suite struct `A build on a disk that takes nothing` {
    private static let chapter = """
        ---
        title: One
        ---

        ```swift
        let number = 1
        ```

        It is `{swift} number`.

        """

    /// Whether this machine lets the tests mount a small disk.
    private static let mounts: Bool = {
        let trial = Process()
        trial.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        trial.arguments = ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
        trial.standardError = FileHandle.nullDevice
        guard (try? trial.run()) != nil else { return false }
        trial.waitUntilExit()
        return trial.terminationStatus == 0
    }()

    /// Runs a script in `folder`, in a namespace of its own, which goes with its last process, and its disks with it.
    private static func run(
        _ script: String, in folder: TemporaryFolder
    ) async throws -> (status: TerminationStatus, error: String) {
        let result = try await Subprocess.run(
            .path("/usr/bin/env"), arguments: ["unshare", "--mount", "sh", "-c", script],
            environment: .inherit.updating(["WEFT": BuiltProducts.weft]), workingDirectory: FilePath(folder.url.path),
            output: .discarded, error: .string(limit: 1 << 16))
        return (result.terminationStatus, result.standardError)
    }

    @Test(
        .enabled(if: Self.mounts, "needs the right to mount a file system in a namespace of its own"),
        arguments: [0, 8, 40, 200])
    func `since it is full leaves the last good site, and the next build works`(spareKilobytes: Int) async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.chapter, to: "one.md")
        let script = """
            set -e
            mount -t tmpfs -o size=8m tmpfs disk
            mkdir -p disk/chapters disk/site
            echo 'title: Course' > disk/site/site.yml
            cp one.md disk/chapters/one.md
            "$WEFT" build --quiet disk
            cp -r disk/site/public before
            sed -i 's/number = 1/number = 2/' disk/chapters/one.md
            dd if=/dev/zero of=disk/ballast bs=1024 count=100000 2>/dev/null || true
            truncate -s -\(spareKilobytes)K disk/ballast
            "$WEFT" build disk > full.txt 2>&1 && echo built > outcome || echo failed $? > outcome
            cp -r disk/site/public full
            ls -A disk/site > full-names
            rm disk/ballast
            "$WEFT" build --quiet disk
            cp -r disk/site/public after
            """
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "disk"), withIntermediateDirectories: true)
        let result = try await Self.run(script, in: folder)
        #expect(result.status == .exited(0), "\(result.error) \(folder.text("full.txt") ?? "")")
        let outcome = try #require(folder.text("outcome"))
        if outcome == "failed 1\n" {
            #expect(folder.text("full/one.html") == folder.text("before/one.html"))
            #expect(
                folder.text("full.txt")?.contains("No space left on device") == true, "\(folder.text("full.txt") ?? "")"
            )
        } else {
            #expect(outcome == "built\n")
            #expect(folder.text("full/one.html")?.contains(">2<") == true)
        }
        #expect(folder.text("full-names")?.contains(".public.new") == false)
        #expect(folder.text("after/one.html")?.contains(">2<") == true)
    }

    @Test(
        .enabled(if: Self.mounts, "needs the right to mount a file system in a namespace of its own"),
        arguments: ["print(line)", "fputs(line, stderr)"])
    func `since it is full keeps no result with less than its cell has printed`(act: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "---\ntitle: One\n---\n```swift\nimport Glibc\nlet line = String(repeating: \"x\", count: 999)\n"
                + "for _ in 0..<900 { \(act) }\nlet end = \"the end\"\n\(act.replacing("line", with: "end"))\n```\n",
            to: "course/chapters/one.md")
        try folder.write("title: Course\n", to: "course/site/site.yml")
        let script = """
            mkdir course/.weft course/.weft/running
            mount -t tmpfs -o size=400k tmpfs course/.weft/running || exit 99
            "$WEFT" build course > full.txt 2>&1; echo $? > full
            umount course/.weft/running
            "$WEFT" build --quiet course
            """
        let result = try await Self.run(script, in: folder)
        #expect(result.status == .exited(0))
        #expect(folder.text("full") == "1\n")
        #expect(
            folder.text("full.txt")?.contains("one.md:5:1: error: not all that the cell printed could be written down")
                == true, "\(folder.text("full.txt") ?? "")")
        #expect(folder.text("course/site/public/one.html")?.contains("the end") == true)
    }

    @Test(.enabled(if: Self.mounts, "needs the right to mount a file system in a namespace of its own"))
    func `since it is full has nothing new in it either: no chapter, no course, no package`() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.chapter, to: "one.md")
        let script = """
            mkdir disk
            mount -t tmpfs -o size=400k tmpfs disk || exit 99
            mkdir -p disk/chapters disk/site
            echo 'title: Course' > disk/site/site.yml
            cp one.md disk/chapters/one.md
            dd if=/dev/zero of=disk/ballast bs=1024 count=100000 2>/dev/null
            "$WEFT" new two disk 2> new.txt; echo $? >> new.txt
            "$WEFT" init disk/course 2> init.txt; echo $? >> init.txt
            "$WEFT" tangle one disk --output disk/package/one 2> tangle.txt; echo $? >> tangle.txt
            "$WEFT" build disk --output out > build.txt 2>&1; echo $? >> build.txt
            find disk -name .weft -prune -o -type f -print -o -type d -print | sort > names.txt
            """
        let result = try await Self.run(script, in: folder)
        #expect(result.status == .exited(0))
        #expect(folder.text("new.txt") == "chapters/two.md: error: can't be written: No space left on device\n1\n")
        for command in ["init", "tangle"] {
            let said = folder.text("\(command).txt") ?? ""
            #expect(said.hasSuffix(": error: the folder can't be written: No space left on device\n1\n"), "\(said)")
        }
        let built = folder.text("build.txt") ?? ""
        #expect(built.hasSuffix("1\n") == built.contains("can't be compiled: No space left on device\n"), "\(built)")
        #expect(
            folder.text("names.txt")
                == "disk\ndisk/ballast\ndisk/chapters\ndisk/chapters/one.md\ndisk/site\ndisk/site/site.yml\n")
    }

    @Test(.enabled(if: Self.mounts, "needs the right to mount a file system in a namespace of its own"))
    func `since it can only be read still builds to elsewhere, and says where it can't`() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.chapter, to: "course/chapters/one.md")
        try folder.write("title: Course\n", to: "course/site/site.yml")
        try folder.write("", to: "course/.weft/kept")
        let script = """
            mount --bind course course && mount -o remount,bind,ro course || exit 99
            "$WEFT" build course > own.txt 2>&1; echo $? > own
            "$WEFT" clean course > clean.txt 2>&1; echo $? > clean
            "$WEFT" build --output out course > elsewhere.txt 2>&1; echo $? > elsewhere
            """
        let result = try await Self.run(script, in: folder)
        #expect(result.status == .exited(0))
        #expect(folder.text("own") == "1\n")
        #expect(folder.text("own.txt")?.contains("can't be written: Read-only file system") == true)
        #expect(folder.text("clean") == "1\n")
        #expect(folder.text("clean.txt") == ".weft: error: the folder can't be removed: Read-only file system\n")
        #expect(folder.text("elsewhere") == "0\n", "\(folder.text("elsewhere.txt") ?? "")")
        #expect(folder.text("out/one.html")?.contains(">1<") == true)
    }
}
