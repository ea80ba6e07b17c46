import Terminal

/// Runs the printing program.
@main
enum Entry {
  static func main() {
    Program(PrintProgram.self).run()
  }
}
