import ArgumentParser
import Publishing
import Store
import Terminal

/// Makes a key for somebody who may change plans by hand.
struct AuditSignerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signer",
    abstract: "Make a key for somebody who may change plans of sealed rounds by hand.",
    discussion: """
      Example:
        hotspot audit signer 王强

      The key lies in the folder of keys; its public part goes into the record, by which everybody \
      can check signatures.
      """)

  @Argument(help: "The name, as in --by.") var name: String
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console()
    let key = try place.open().addSigner(name, program: Program.version, at: .now)
    console.result(
      key + "\n",
      json: .object([.init("name", .string(name)), .init("public_key", .string(key))]))
  }
}
