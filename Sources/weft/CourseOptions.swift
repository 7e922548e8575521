import ArgumentParser
import Foundation

/// Which course a command is about.
struct CourseOptions: ParsableArguments {
    @Argument(
        help: "The folder that holds 'chapters' and 'site/site.yml'.", completion: .directory,
        transform: { URL(fileURLWithPath: $0) })
    var folder = URL(fileURLWithPath: ".")
}
