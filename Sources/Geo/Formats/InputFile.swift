import CGDAL
import Glibc

/// Looks at a file before GDAL does, so that what is wrong with it can be said plainly.
enum InputFile {
  /// Throws if a path names nothing, a folder, an empty file, or a shapefile without its parts.
  static func check(_ path: String) throws(GDALError) {
    guard let status = status(of: path) else {
      if isConnection(path) { return }
      throw GDALError(.notFound, "no such file: check the spelling and the folder", path: path)
    }
    if status.isFolder {
      // A file geodatabase is a folder by nature.
      if fileExtension(of: path) == "gdb" { return }
      throw GDALError(.folder, "it is a folder: name a file in it", path: path)
    }
    guard status.size > 0 else {
      throw GDALError(.unreadable, "the file is empty: fetch it again", path: path)
    }
    if access(path, R_OK) != 0, errno == EACCES {
      throw GDALError(.unreadable, "you may not read it: ask for the right to", path: path)
    }
    if fileExtension(of: path) == "shp" {
      for ending in ["shx", "dbf"] where sibling(of: path, ending: ending) == nil {
        throw GDALError(
          .unreadable,
          "its .\(ending) file is missing: a shapefile is .shp, .shx and .dbf together, copy all",
          path: path)
      }
    }
  }

  /// True for names that are no files: "PG:dbname=x", an address, a driver's prefix.
  static func isConnection(_ path: String) -> Bool {
    guard let colon = path.firstIndex(of: ":") else { return false }
    return !path[..<colon].contains("/")
  }

  /// Whether a path names a folder, and its size in bytes; nil if it names nothing.
  static func status(of path: String) -> (isFolder: Bool, size: UInt64)? {
    if path.hasPrefix("/vsi") { return virtualStatus(of: path) }
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return (status.st_mode & S_IFMT == S_IFDIR, UInt64(status.st_size))
  }

  /// The same for a path in one of GDAL's own file systems, such as memory or an archive.
  private static func virtualStatus(of path: String) -> (isFolder: Bool, size: UInt64)? {
    if let names = VSIReadDir(path) {
      CSLDestroy(names)
      return (true, 0)
    }
    guard let file = VSIFOpenL(path, "rb") else { return nil }
    defer { VSIFCloseL(file) }
    VSIFSeekL(file, 0, SEEK_END)
    return (false, VSIFTellL(file))
  }

  /// The file beside another with the same name and a given ending, in whatever case.
  static func sibling(of path: String, ending: String) -> String? {
    let (folder, name) = split(path)
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let wanted = (name[...dot] + ending).lowercased()
    return entries(of: folder).first { $0.lowercased() == wanted }.map { folder + "/" + $0 }
  }

  /// One byte of a file; nil if it is shorter.
  static func byte(at offset: UInt64, of path: String) -> UInt8? {
    guard let file = VSIFOpenL(path, "rb") else { return nil }
    defer { VSIFCloseL(file) }
    var byte: UInt8 = 0
    guard VSIFSeekL(file, offset, SEEK_SET) == 0, VSIFReadL(&byte, 1, 1, file) == 1 else {
      return nil
    }
    return byte
  }

  /// True for an SQLite file as long as its header says.
  static func isWholeSQLite(_ path: String) -> Bool {
    let header = (0..<32).compactMap { byte(at: $0, of: path).map(UInt64.init) }
    guard header.count == 32, header.starts(with: "SQLite format 3".utf8.map(UInt64.init)),
      let size = status(of: path)?.size
    else { return false }
    // A size of 65,536 does not fit its two bytes and is given as 1.
    let page = header[16] << 8 | header[17]
    let pages = header[28...31].reduce(0) { $0 << 8 | $1 }
    return size == (page == 1 ? 65_536 : page) * pages
  }

  /// The names in a folder, without "." and "..", sorted.
  static func entries(of folder: String) -> [String] {
    guard let names = VSIReadDir(folder) else { return [] }
    defer { CSLDestroy(names) }
    return (0..<Int(CSLCount(names))).compactMap { names[$0].map { String(cString: $0) } }
      .filter { $0 != "." && $0 != ".." }.sorted()
  }

  /// The folder of a path ("." if it names none) and the name in it.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = String(path[..<slash])
    return (folder.isEmpty ? "/" : folder, String(path[path.index(after: slash)...]))
  }
}
