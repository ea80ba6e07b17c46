internal import Geo

extension StoreError {
  /// What GDAL could not do, in the words of the workspace.
  init(_ error: GDALError, writing: Bool) {
    let place = error.path ?? error.layer
    switch error.code {
    case .diskFull:
      self.init(
        .inputOutput, "no room is left on the disk; the workspace is as it was before", file: place,
        nextStep: "Free some space and run the command again.")
    case .busy:
      self.init(
        .busy, "another process is writing to the workspace", file: place,
        nextStep: "Try again when that run has ended.")
    case .notFound, .folder:
      self.init(
        .inputMissing, error.message, file: place,
        nextStep: "Check the path, or run `hotspot init` to make a workspace.")
    case .cannotWrite, .alreadyExists:
      self.init(
        .cannotCreate, error.message, file: place,
        nextStep: "Check who owns the folder and that its disk is not mounted read-only.")
    case .unreadable, .unknownDriver, .emptyLayer, .noSuchLayer, .noSuchField:
      self.init(
        .badData, "not a usable workspace: \(error.message)", file: place,
        found: error.cause.isEmpty ? nil : error.cause,
        nextStep: "Restore a copy of the file, or make a new workspace and import again.")
    default:
      self.init(
        writing ? .inputOutput : .badData, error.message, file: place,
        found: error.cause.isEmpty ? nil : error.cause,
        nextStep: writing
          ? "The workspace is as it was before; correct the cause and run the command again."
          : "Restore a copy of the file, or make a new workspace and import again.")
    }
  }
}
