package import CampaignData
import Foundation
import Inspection

/// Where installed assets lie: `$XDG_DATA_HOME/hotspot/assets/SHA256/`, a folder a wheel.
package struct AssetStore: Sendable {
  /// The folder of all of them.
  package let folder: String

  /// The store of whoever runs the program.
  package init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let named = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"] ?? NSHomeDirectory()
    folder = (named ?? home + "/.local/share") + "/hotspot/assets"
  }

  /// The folder of an asset.
  package func folder(of asset: MapAsset) -> String { "\(folder)/\(asset.wheelSHA256)" }

  /// The bytes of an installed asset; nil if it is not there, or not what it should be.
  package func contents(of asset: MapAsset) -> [UInt8]? {
    guard let data = FileManager.default.contents(atPath: "\(folder(of: asset))/\(asset.file)")
    else { return nil }
    let bytes = [UInt8](data)
    return SHA256.hexadecimal(of: bytes) == asset.memberSHA256 ? bytes : nil
  }

  /// Whether something is there that should be the asset.
  package func hasFile(of asset: MapAsset) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder(of: asset))/\(asset.file)")
  }
}
