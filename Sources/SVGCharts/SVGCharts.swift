public struct Chart { public static let styleSheet = "" }
