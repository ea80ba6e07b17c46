import CGDAL

/// Bytes packed as RFC 1952 has it, by the library that GDAL packs with.
public enum Gzip {
  /// Packs bytes, the same ones to the same result.
  ///
  /// - Parameter level: from 1, quick, to 9, small.
  /// - Returns: nil if GDAL was built without it.
  public static func packed(_ bytes: [UInt8], level: Int = 5) -> [UInt8]? {
    convert(bytes, by: CPLGetCompressor("gzip"), ["LEVEL": String(level)])
  }

  /// Unpacks bytes; nil if they are not packed so.
  public static func unpacked(_ bytes: [UInt8]) -> [UInt8]? {
    convert(bytes, by: CPLGetDecompressor("gzip"), [:])
  }

  private static func convert(
    _ bytes: [UInt8], by way: UnsafePointer<CPLCompressor>?, _ settings: [String: String]
  ) -> [UInt8]? {
    guard let way else { return nil }
    let options = GDALOptions(settings)
    var result: UnsafeMutableRawPointer?
    var count = 0
    let isDone = GDALMessages().collect {
      bytes.withUnsafeBytes { source in
        way.pointee.pfnFunc(
          source.baseAddress, source.count, &result, &count, options.pointer,
          way.pointee.user_data)
      }
    }
    defer { VSIFree(result) }
    guard isDone, let result else { return nil }
    return Array(UnsafeRawBufferPointer(start: result, count: count))
  }
}
