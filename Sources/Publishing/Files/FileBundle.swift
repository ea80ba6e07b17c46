import Geo
public import Inspection

/// The files of a folder in memory, before they are written or sealed.
public struct FileBundle: Sendable {
  private var files: [(name: String, bytes: [UInt8])] = []

  private static let magic = Array("hotspot files 1\n".utf8)

  /// No files.
  public init() {}

  /// Adds a text; folders in its name are made where it is written.
  public mutating func add(_ text: String, as name: String) {
    files.append((name, Array(text.utf8)))
  }

  /// Adds an empty folder.
  mutating func addFolder(_ name: String) { files.append((name + "/", [])) }

  /// Adds a file that GDAL writes, in memory, at the path that `body` is given.
  mutating func add(_ name: String, writtenBy body: (_ path: String) throws -> Void) throws {
    let folder = MemoryFolder()
    try body(folder.path + "/" + name)
    files.append((name, folder.contents(of: name) ?? []))
  }

  /// The names of all files, without empty folders.
  public var names: [String] { files.map(\.name).filter { !$0.hasSuffix("/") } }

  /// A file's bytes; nil if there is none of this name.
  public func contents(of name: String) -> [UInt8]? {
    files.first { $0.name == name }?.bytes
  }

  /// Writes all of them to a folder, which they reach together; see `StagedFolder`.
  public func write(to folder: String) throws(PublishingError) {
    let staged = try StagedFolder(for: folder)
    for (name, bytes) in files {
      if name.hasSuffix("/") {
        try staged.makeFolder(String(name.dropLast()))
      } else {
        try staged.write(bytes, to: name)
      }
    }
    try staged.publish()
  }

  /// All of them as one run of bytes: `hotspot files 1`, a line end, then name and content of each,
  /// both after their length (8 bytes, little-endian); a folder's name ends in `/`.
  public var bytes: [UInt8] {
    var writer = ByteWriter(Self.magic)
    for (name, bytes) in files {
      writer.append(name)
      writer.append(bytes)
    }
    return writer.bytes
  }

  /// What `bytes` gave; throws for other bytes, and for a name that would leave the folder.
  public init(bytes: [UInt8]) throws(SealError) {
    guard bytes.starts(with: Self.magic) else { throw .newerFormat }
    var reader = ByteReader(bytes, from: Self.magic.count)
    while !reader.isAtEnd {
      let name = try reader.text()
      let parts = name.split(separator: "/")
      guard !name.hasPrefix("/"), !parts.isEmpty, !parts.contains("..") else { throw .misplaced }
      files.append((name, Array(try reader.content())))
    }
  }
}
