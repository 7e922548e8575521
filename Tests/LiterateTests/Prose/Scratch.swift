import Foundation
import Literate
import Testing
@Suite struct Scratch {
    @Test func `scratch`() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: "/tmp/prose-scratch/in").sorted() {
            let text = try String(contentsOfFile: "/tmp/prose-scratch/in/" + name, encoding: .utf8)
            let yml = try String(contentsOfFile: "/tmp/prose-scratch/refs.yml", encoding: .utf8)
            print("=====", name)
            let clock = ContinuousClock.now
            do { print(try WovenProse.html(text, bibliography: yml)) } catch { print(error) }
            print("took", ContinuousClock.now - clock)
        }
    }
}
