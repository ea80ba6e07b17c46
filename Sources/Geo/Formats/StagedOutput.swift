import CGDAL
import Glibc

/// Where a new file is made before it takes its place: a hidden folder beside it.
///
/// The file and what belongs to it (`.dbf`, `.prj`) are moved over when they are complete, so that
/// a run that fails or is killed leaves what was there before.
struct StagedOutput {
  /// The path asked for.
  let path: String
  /// The path to write to: the same name in the hidden folder.
  var stagedPath: String { stagingFolder + "/" + name }

  /// A path for what is needed on the way and not kept.
  var workPath: String { stagingFolder + "/work.tif" }

  private let folder: String
  private let name: String
  private let stagingFolder: String

  /// Makes the hidden folder; throws if the file exists and may not be replaced, or if its folder
  /// cannot be written.
  init(_ path: String, overwrite: Bool) throws(GDALError) {
    self.path = path
    (folder, name) = InputFile.split(path)
    // Without the ending: GDAL takes "book.xlsx" within a path for an archive.
    let stem = String(name.map { $0 == "." ? "-" : $0 })
    stagingFolder = "\(folder)/.\(stem)-\(getpid())"
    if let status = InputFile.status(of: path) {
      if status.isFolder {
        throw GDALError(.folder, "it is a folder: name a file in it", path: path)
      }
      if !overwrite {
        throw GDALError(
          .alreadyExists, "it exists: choose another name or allow overwriting", path: path)
      }
    }
    if !folder.hasPrefix("/vsimem"), InputFile.status(of: folder)?.isFolder != true {
      throw GDALError(
        .cannotWrite, "there is no folder \(folder): make it first", path: path)
    }
    discard()
    guard VSIMkdir(stagingFolder, 0o777) == 0 else {
      throw StagedOutput.systemError(path)
    }
  }

  /// Moves what was written into its place; throws if the disk filled up on the way.
  func moveIntoPlace() throws(GDALError) {
    guard hasRoom() else {
      throw GDALError(
        .diskFull, "no room is left on the disk: free some and try again", path: path)
    }
    // What SQLite left beside an older file must not be taken for the new one's.
    for ending in ["-journal", "-wal", "-shm"] { VSIUnlink(path + ending) }
    for entry in InputFile.entries(of: stagingFolder) {
      guard VSIRename("\(stagingFolder)/\(entry)", "\(folder)/\(entry)") == 0 else {
        throw StagedOutput.systemError(path)
      }
    }
    discard()
  }

  /// Removes the hidden folder and what is in it.
  func discard() { _ = GDALMessages().collect { VSIRmdirRecursive(stagingFolder) } }

  /// Whether there is still room for a page of bytes.
  ///
  /// Some of GDAL's writers do not look whether their bytes arrived; then the disk is full now.
  private func hasRoom() -> Bool {
    let probe = stagingFolder + "/.probe"
    defer { VSIUnlink(probe) }
    guard let file = VSIFOpenL(probe, "wb") else { return false }
    let page = [UInt8](repeating: 0, count: 4096)
    let written = VSIFWriteL(page, 1, page.count, file)
    return VSIFCloseL(file) == 0 && written == page.count
  }

  /// Whether less than a page is left on the disk of a path.
  static func isDiskFull(_ path: String) -> Bool {
    (0..<4096).contains(VSIGetDiskFreeSpace(InputFile.split(path).folder))
  }

  private static func systemError(_ path: String) -> GDALError {
    let reason = strerror(errno).map { String(cString: $0) } ?? ""
    if errno == ENOSPC {
      return GDALError(
        .diskFull, "no room is left on the disk: free some and try again", cause: reason,
        path: path)
    }
    return GDALError(
      .cannotWrite, "it cannot be written: check that you may write in its folder", cause: reason,
      path: path)
  }
}
