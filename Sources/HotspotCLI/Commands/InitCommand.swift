import ArgumentParser
import Publishing
import Store
import Terminal

/// Makes an empty workspace.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make an empty workspace: settings, tables, folders for plans and rejected records.",
    discussion: """
      Examples:
        hotspot init              in the current folder
        hotspot init campaign     in a folder that is made
      """)

  @Argument(help: "Folder of the workspace (default: that of -w, else the current one).")
  var folder: String?

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console()
    let path = folder ?? place.workspace
    let workspace = try Workspace.create(at: path)
    console.result(
      "\(workspace.folder)\n",
      json: .object([.init("workspace", .string(workspace.folder))]))
    console.say(
      zh: "工作空间已建立；下一步：hotspot import counties 文件 -w \(path)",
      en: "The workspace is ready; next: hotspot import counties FILE -w \(path)")
  }
}
