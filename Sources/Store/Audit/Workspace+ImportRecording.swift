public import CampaignData
internal import Foundation
internal import Inspection

extension Workspace {
  /// Adds an imported file to the record: its name, its hash and what became of its records.
  ///
  /// A Shapefile counts with its tables. A trial is not recorded.
  public func record(_ report: ImportReport, program: String, at time: Moment) throws {
    guard !report.isDryRun else { return }
    var entry = RecordEntry(program: program, at: time.description)
    entry.imported = ImportEntry(
      kind: report.kind, file: (report.file as NSString).lastPathComponent,
      sha256: Self.hash(ofImported: report.file), read: report.read,
      accepted: report.read - report.rejected, rejected: report.rejected)
    try record([entry])
  }

  /// The hash of a file; of a Shapefile that of its parts' hashes, a line each; nil for no file.
  private static func hash(ofImported path: String) -> String? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
    else { return nil }
    guard path.lowercased().hasSuffix(".shp") else { return FileManifest.hash(of: path) }
    let stem = (path as NSString).deletingPathExtension
    let folder = path.folderOfPath
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder))
    let parts = (names ?? []).filter {
      ($0 as NSString).deletingPathExtension == (stem as NSString).lastPathComponent
    }.sorted()
    let lines = parts.compactMap { name in
      FileManifest.hash(of: (folder as NSString).appendingPathComponent(name)).map {
        "\($0)  \(name)\n"
      }
    }
    return SHA256.hexadecimal(of: Array(lines.joined().utf8))
  }
}
