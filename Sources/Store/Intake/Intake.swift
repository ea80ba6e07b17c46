public import CampaignData
internal import Foundation

/// Brings files into a workspace as facts.
public enum Intake {
  /// Imports a file in one transaction: all of it is kept or, when it throws, nothing.
  ///
  /// Every record read is new, updated, the same or rejected; what is rejected is listed with file,
  /// row, column, value and reason. Files of any format that GDAL reads pass, in bounded memory.
  ///
  ///     let report = try Intake.importFile(
  ///       "sites", path: "sites.csv", into: workspace, options: ImportOptions(), at: now)
  ///
  /// - Parameters:
  ///   - kind: What is in the file, as in `sites` or `power-anomalies`.
  ///   - path: The file, or a connection such as `PG:dbname=x`.
  ///   - workspace: Where the facts go.
  ///   - options: How the file is to be read.
  ///   - time: The time of the import.
  /// - Throws: `StoreError`: `usage` for an unknown kind or heading, `inputMissing` without the
  ///   file, `badData` for one that cannot be read or lacks a column, `busy` while another process
  ///   writes.
  public static func importFile(
    _ kind: String, path: String, into workspace: Workspace, options: ImportOptions, at time: Moment
  ) throws -> ImportReport {
    let kind = try importKind(named: kind)
    guard let table = Schema.table(named: kind.table) else {
      throw StoreError(
        .software, "the schema has no table \(kind.table)",
        nextStep: "Report this as a fault of the program.")
    }
    var options = options
    let form = try VisitForm(kind: kind, path: path, of: workspace, &options)
    let reading = options
    let log = RejectLog(
      folder: workspace.folder, kind: kind.name, path: path, importedAt: time)
    let missing = try missingTables(of: kind, in: workspace)
    var report: ImportReport
    do {
      report = try workspace.write { transaction in
        for table in missing {
          try transaction.wrapping { try WorkspaceTables.create(table, in: &$0.writer) }
        }
        var run = ImportRun(
          kind: kind, table: table, path: path, options: reading, importedAt: time, log: log,
          form: form)
        try perform(&run, &transaction, in: workspace)
        try run.flushRejects(into: &transaction)
        if reading.dryRun { throw Trial(report: run.report) }
        return run.report
      }
    } catch let trial as Trial {
      report = trial.report
      report.isDryRun = true
      return report
    }
    report.rejectsFile = try log.keep()
    return report
  }

  /// Tables that a kind feeds and that a workspace of an older program lacks.
  private static func missingTables(
    of kind: ImportKind, in workspace: Workspace
  ) throws -> [TableSchema] {
    var reader = TableReader(dataset: workspace.layout.dataset)
    return try kind.alsoTables.filter { try !reader.has($0) }.compactMap(Schema.table(named:))
  }

  /// Ends a trial: what was written is undone because something was thrown.
  private struct Trial: Error {
    let report: ImportReport
  }

  private static func perform(
    _ run: inout ImportRun, _ transaction: inout WorkspaceTransaction, in workspace: Workspace
  ) throws {
    switch run.kind.name {
    case "counties": try CountyImport.run(&run, &transaction)
    case "townships": try TownshipImport.run(&run, &transaction)
    case "cells": try CellImport.run(&run, &transaction)
    case "ledgers": try LedgerImport.run(&run, &transaction)
    case "registrations": try RegistrationImport.run(&run, &transaction)
    case "visits": try VisitImport.run(&run, &transaction, in: workspace)
    default: try PlainImport.run(&run, &transaction)
    }
    if run.report.read == 0, let remark = run.form?.remark {
      throw StoreError(
        .badData, "nothing is filled in", file: run.path, found: remark,
        nextStep: "Fill in the results, save, and import it again.")
    }
    guard run.report.read > 0 else {
      throw StoreError(
        .badData, "the file has no records", file: run.path,
        nextStep: "Check that it is the right file, and name its layer with --layer.")
    }
  }

  private static func importKind(named name: String) throws(StoreError) -> ImportKind {
    if let kind = Schema.kind(named: name) { return kind }
    let names = Schema.kinds.map(\.name)
    throw StoreError(
      .usage, "unknown kind of file", found: name,
      expected: "one of " + names.joined(separator: ", "),
      nextStep: NearestWord.to(name, among: names).map { "Did you mean \"\($0)\"?" }
        ?? "See `hotspot import --help`.")
  }
}
