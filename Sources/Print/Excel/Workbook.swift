import CXLSXWriter
import CampaignData
import Foundation
import Terminal

/// An Excel workbook on its way, by libxlsxwriter: written beside its place and moved there whole.
///
/// The same content gives the same bytes: the time of creation is given, and the entries of the
/// archive all have the time that libxlsxwriter gives them, 1980-01-01.
struct Workbook: ~Copyable {
  /// How its cells look.
  let formats: CellFormats

  private var handle: UnsafeMutablePointer<lxw_workbook>?
  private let path: String
  private let partial: String

  /// Opens a workbook that is to stand at a path.
  ///
  /// Throws `CommandFailure` if nothing can be written there.
  init(for path: String, title: String, created: Moment) throws {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    let folder = url.deletingLastPathComponent()
    let partial = folder.appendingPathComponent(
      ".\(url.lastPathComponent).partial-\(getpid())"
    ).path
    guard access(folder.path, W_OK) == 0, let handle = workbook_new(partial) else {
      throw Self.failure(.cannotCreate, path)
    }
    formats = CellFormats(handle)
    self.handle = handle
    self.path = path
    self.partial = partial
    var properties = lxw_doc_properties()
    properties.created = time_t(created.secondsSince1970)
    title.withCString { text in
      properties.title = UnsafeMutablePointer(mutating: text)
      _ = workbook_set_properties(handle, &properties)
    }
  }

  deinit {
    if let handle { lxw_workbook_free(handle) }
    unlink(partial)
  }

  /// Adds a sheet at the end.
  ///
  /// Throws `CommandFailure` for a title that Excel cannot have (over 31 characters, or `[]:*?/\`).
  func addSheet(_ title: String) throws -> SheetWriter {
    guard let handle, let sheet = workbook_add_worksheet(handle, title) else {
      throw CommandFailure(
        status: .software, message: "\"\(title)\" can be no sheet's title", file: path,
        hint: "This is our fault: report it with the command that you ran.")
    }
    return SheetWriter(sheet: sheet, formats: formats)
  }

  /// Gives a name to cells, as in `='A sheet'!$A$1:$A$9`.
  func define(_ name: String, as formula: String) {
    if let handle { _ = workbook_define_name(handle, name, formula) }
  }

  /// Writes all of it and moves it to its place.
  mutating func close() throws {
    guard let handle else { return }
    self.handle = nil
    let fault = workbook_close(handle)
    guard fault == LXW_NO_ERROR, rename(partial, path) == 0 else {
      throw Self.failure(
        fault == LXW_ERROR_CREATING_XLSX_FILE ? .cannotCreate : .inputOutput, path)
    }
  }

  private static func failure(_ status: SysExit, _ path: String) -> CommandFailure {
    CommandFailure(
      status: status, message: "the workbook cannot be written", file: path,
      hint: "Check that its folder is there, is yours and has room.")
  }
}
