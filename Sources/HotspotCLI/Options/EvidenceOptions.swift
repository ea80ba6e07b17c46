import ArgumentParser
import CampaignData
import Store
import Terminal

/// Which facts of a workspace are the points, where no file has them.
struct EvidenceOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Folder of the workspace (default: this one).")
  var workspace: String?
  @Option(help: "Facts of the workspace: complaints or alerts (default: complaints).")
  var facts: WorkspacePoints.Kind?
  @Option(help: "With what was known by this moment, as in 2018-12-23T18:00 (default: now).")
  var asOf: Moment?
  @Flag(help: "Only complaints that were found true.") var verified = false
  @Flag(help: "Only complaints that were accepted (default: all not refused).")
  var accepted = false

  /// Whether a workspace is meant.
  var isAsked: Bool {
    workspace != nil || facts != nil || asOf != nil || verified || accepted
  }

  func validate() throws {
    guard facts != .alerts || !(verified || accepted) else {
      throw ValidationError("--verified and --accepted are for complaints, not for alerts.")
    }
  }

  /// The points: those of a file if one is named, else the facts of the workspace.
  func points(_ file: String?, _ reading: LayerOptions) throws -> PointOrigin {
    if let file {
      guard !isAsked else {
        throw CommandFailure(
          status: .usage, message: "the points come from a file or from a workspace, not from both",
          file: file,
          hint: "Leave out the file, or --workspace, --facts, --as-of, --verified and --accepted.")
      }
      return .file(reading.source(file))
    }
    guard !reading.describesFile else {
      throw CommandFailure(
        status: .usage, message: "--from, --layer, --encoding, --lon and --lat describe a file",
        hint: "Name a file of points, or leave them out.")
    }
    return .workspace(try chosen().points)
  }

  /// The facts of the workspace named, else of the one here.
  func chosen() throws -> (points: WorkspacePoints, workspace: Workspace) {
    let choice = WorkspacePoints.Choice(
      kind: facts ?? .complaints, isVerified: verified, isAccepted: accepted)
    do {
      let opened = try Workspace.open(at: workspace ?? ".")
      return (try WorkspacePoints(choice, of: opened, asOf: asOf ?? .now), opened)
    } catch let error as StoreError where error.code == .inputMissing && workspace == nil {
      throw CommandFailure(
        status: .usage, message: "no points: there is neither a file nor a workspace here",
        hint: "Name a file of points, or a workspace's folder with -w.")
    }
  }
}
