import ArgumentParser
import Store

/// Which workspace a command works in.
struct WorkspaceOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Folder of the workspace.")
  var workspace = "."

  /// Opens it; settings given as flags win over all others.
  func open(flags: [String: String] = [:]) throws -> Workspace {
    try Workspace.open(at: workspace, flags: flags)
  }
}
