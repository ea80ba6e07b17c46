import Terminal

/// Runs the server.
@main
enum Entry {
  static func main() async {
    await Program(ServerProgram.self).run()
  }
}
