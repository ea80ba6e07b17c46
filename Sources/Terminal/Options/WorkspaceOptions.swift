import ArgumentParser
package import Store

/// Which workspace a command works in.
package struct WorkspaceOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Folder of the workspace.")
  package var workspace = "."

  package init() {}

  /// Opens it; settings given as flags win over all others.
  package func open(flags: [String: String] = [:]) throws -> Workspace {
    try Workspace.open(at: workspace, flags: flags)
  }
}
