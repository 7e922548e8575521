import Testing
import TestSupport

/// Gives the tests of a suite one browser and the sites to look at, and puts both away after the last of them.
struct InBrowser: SuiteTrait, TestScoping {
    @TaskLocal static var browser: Browser?
    @TaskLocal static var sites: [BuiltSite] = []

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let scratch = try TemporaryFolder()
        let sites = [try await BuiltSite.ofSmallCourse(in: scratch)] + [try BuiltSite.elsewhere].compactMap(\.self)
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
