/// A file of others that the map's page needs and the repository does not hold: fetched once, by
/// hash, from a package of PyPI.
public struct MapAsset: Sendable, Hashable {
  /// The key, as in `maplibre`.
  public let key: String
  /// The version of what it is.
  public let version: String
  /// Its name among the installed assets.
  public let file: String
  /// Its media type.
  public let mediaType: String
  /// The licence's identifier in SPDX.
  public let licence: String
  /// Where the licence's text stands.
  public let licenceURL: String
  /// The package that holds it.
  public let package: String
  /// The package's version.
  public let packageVersion: String
  /// The package's file.
  public let wheel: String
  /// The hash of that file.
  public let wheelSHA256: String
  /// Its path in that file, which is a zip archive.
  public let member: String
  /// The hash of its own bytes.
  public let memberSHA256: String

  init?(_ row: EmbeddedRow) {
    key = row.text("key")
    version = row.text("version")
    file = row.text("file")
    mediaType = row.text("media_type")
    licence = row.text("licence")
    licenceURL = row.text("licence_url")
    package = row.text("package")
    packageVersion = row.text("package_version")
    wheel = row.text("wheel")
    wheelSHA256 = row.text("wheel_sha256")
    member = row.text("member")
    memberSHA256 = row.text("member_sha256")
    guard wheelSHA256.utf8.count == 64, memberSHA256.utf8.count == 64 else { return nil }
  }
}

extension CampaignData {
  /// What `hotspot assets install` fetches.
  public static let mapAssets: [MapAsset] = EmbeddedTable(named: "assets").rows
    .compactMap(MapAsset.init)
}
