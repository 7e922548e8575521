import Testing
import TestSupport

/// Gives the tests of a suite one browser and the sites to look at, and puts both away after the last of them.
struct InBrowser: SuiteTrait, TestScoping {
    @TaskLocal static var browser: Browser?
    @TaskLocal static var sites: Sites?

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let sites = Sites(in: try TemporaryFolder())
        let browser = try await Browser.start()
        let result = await Self.$sites.withValue(sites) {
            await Self.$browser.withValue(browser) { () -> Result<Void, any Error> in
                do { return .success(try await function()) } catch { return .failure(error) }
            }
        }
        await browser.quit()
        try result.get()
    }
}

extension Trait where Self == InBrowser {
    static var inBrowser: Self { Self() }
}

/// The sites that are looked at. The small course is built when it is asked for first.
actor Sites {
    private let scratch: TemporaryFolder
    private var small: Task<BuiltSite, any Error>?

    init(in scratch: TemporaryFolder) { self.scratch = scratch }

    /// That of the small course beside this file, which uses everything once.
    var ofSmallCourse: BuiltSite {
        get async throws {
            let scratch = scratch
            let building = small ?? Task { try await BuiltSite.ofSmallCourse(in: scratch) }
            small = building
            return try await building.value
        }
    }

    /// The one of which every page is looked at: that in the folder which `WEFT_SITE` names, or the small course's.
    var whole: BuiltSite {
        get async throws {
            if let elsewhere = try BuiltSite.elsewhere { return elsewhere }
            return try await ofSmallCourse
        }
    }
}
