import Foundation
import Literate
import Testing
import TestSupport

@Suite(
    .enabled(
        if: Tool.path(Tool.validator) != nil,
        "name the Nu HTML checker's vnu.jar in \(Tool.validator), and have java; .ci/run shows where it comes from"))
struct `The HTML of a site` {
    @Test func `is valid, drawings and formulas included`() async throws {
        let scratch = try TemporaryFolder()
        let site = try await Sites(in: scratch).whole
        let files = site.pages.map { site.url($0).path }
        let validator = Process()
        let output = Pipe()
        validator.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        validator.arguments = ["java", "-jar", try #require(Tool.path(Tool.validator)), "--errors-only"] + files
        validator.standardError = output
        try validator.run()
        let errors = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        validator.waitUntilExit()
        #expect(errors == "")
        #expect(validator.terminationStatus == 0)
    }
}
