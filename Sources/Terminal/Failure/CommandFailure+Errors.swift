package import ArgumentParser
import Foundation
import Geo
import Inspection
import Publishing
import Store

extension CommandFailure {
  /// The failure that an error of any room stands for; nil for those of the argument parser, which
  /// the root command knows.
  package init?(_ error: any Error, of root: any ParsableCommand.Type) {
    switch error {
    case let error as CommandFailure: self = error
    case let error as StoreError: self.init(store: error)
    case let error as GDALError: self.init(gdal: error)
    case let error as PROJError: self.init(proj: error)
    case let error as GridError: self.init(grid: error)
    case let error as PublishingError: self.init(publishing: error)
    case let error as PlanError: self.init(plan: error)
    case let error as CocoaError: self.init(cocoa: error)
    case is CleanExit, is ExitCode, is ValidationError: return nil
    default:
      // The parser wraps its own errors in a type that it keeps to itself.
      guard root.exitCode(for: error) == .failure else { return nil }
      self.init(
        status: .software, message: String(describing: error),
        hint: "This is our fault: report it with the command that you ran.")
    }
  }

  private init(store error: StoreError) {
    var bare = error
    bare.nextStep = ""
    let sentence = bare.description
    self.init(
      status: SysExit(rawValue: error.exitCode) ?? .software,
      message: sentence.hasSuffix(". ") ? String(sentence.dropLast(2)) : sentence,
      file: error.file, row: error.row, hint: error.nextStep)
  }

  private init(gdal error: GDALError) {
    let status: SysExit =
      switch error.code {
      case .notFound, .folder: .inputMissing
      case .noSuchLayer, .noSuchField: .usage
      case .alreadyExists, .cannotWrite: .cannotCreate
      case .diskFull: .inputOutput
      case .busy: .busy
      case .unsupported: .unavailable
      default: .badData
      }
    self.init(status: status, message: error.description, file: error.path)
  }

  private init(proj error: PROJError) {
    let status: SysExit =
      switch error.code {
      case .noDatabase: .unavailable
      case .invalidDefinition: .usage
      case .mismatch: .software
      default: .badData
      }
    self.init(status: status, message: error.description)
  }

  private init(grid error: GridError) {
    switch error {
    case .tooManyCells:
      self.init(status: .usage, message: error.description, hint: "Give --size a larger side.")
    case .unnumbered:
      self.init(status: .badData, message: error.description)
    }
  }

  private init(plan error: PlanError) {
    let status: SysExit =
      switch error {
      case .unknownRound, .noRound, .noTeams, .noTownships: .badData
      case .unknownTeam, .outsideRound, .unknownTask: .usage
      case .setting: .settings
      }
    self.init(status: status, message: error.description)
  }

  private init(publishing error: PublishingError) {
    let status: SysExit =
      switch error.kind {
      case .cannotCreate: .cannotCreate
      case .inputOutput: .inputOutput
      case .mismatch: .software
      }
    self.init(status: status, message: error.message, file: error.file, hint: error.nextStep)
  }

  private init(cocoa error: CocoaError) {
    let isMissing = error.code == .fileReadNoSuchFile || error.code == .fileNoSuchFile
    self.init(
      status: isMissing ? .inputMissing : .inputOutput,
      message: isMissing ? "there is no such file" : error.localizedDescription,
      file: error.filePath, hint: "Check the path and its permissions.")
  }
}
