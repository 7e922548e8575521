import ArgumentParser
@main struct Weft: ParsableCommand {}
