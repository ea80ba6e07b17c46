import Terminal

/// Runs the command line.
@main
enum Entry {
  static func main() {
    Program(Hotspot.self).run()
  }
}
