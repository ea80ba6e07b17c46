import Glibc
import Support

/// Writes the points of a layout as two files of numbers.
@main struct MakeLayout {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 3, let layout = Layout(rawValue: arguments[0]),
      let count = Int(arguments[1])
    else {
      let names = Layout.allCases.map(\.rawValue).joined(separator: "|")
      print("usage: MakeLayout \(names) COUNT PREFIX: writes PREFIX.x and PREFIX.y")
      exit(64)
    }
    try layout.points(count).write(to: arguments[2])
  }
}
