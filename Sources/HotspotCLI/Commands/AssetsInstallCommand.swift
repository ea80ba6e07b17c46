import ArgumentParser
import CampaignData
import Foundation
import Publishing
import Terminal

/// Installs MapLibre from a wheel of PyPI.
struct AssetsInstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Fetch the map library once, by its hash.",
    discussion: """
      Examples:
        hotspot assets install
        hotspot assets install --index-url https://pypi.tuna.tsinghua.edu.cn/simple
        hotspot assets install --wheel panel-1.9.4-py3-none-any.whl     without a network

      The library goes to $XDG_DATA_HOME/hotspot/assets. PIP_INDEX_URL is respected.
      """)

  @Option(help: "The wheel, already here.") var wheel: String?
  @Option(help: "A package index to fetch the wheel from.") var indexURL: String?
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    let store = AssetStore()
    for asset in CampaignData.mapAssets {
      if let wheel {
        try AssetInstallation(asset, in: store).install(wheel: wheel)
      } else if store.contents(of: asset) == nil {
        try fetch(asset, to: store, console)
      }
      console.say(
        zh: "已安装\(asset.key) \(asset.version)：\(store.folder(of: asset))",
        en: "\(asset.key) \(asset.version) is installed: \(store.folder(of: asset))")
    }
  }

  private func fetch(_ asset: MapAsset, to store: AssetStore, _ console: Console) throws {
    let index = WheelIndex(indexURL)
    console.say(
      zh: "从\(index.address)获取\(asset.wheel)（30 MB）",
      en: "Fetching \(asset.wheel) (30 MB) from \(index.address)")
    let path = NSTemporaryDirectory() + "/\(UUID().uuidString)-\(asset.wheel)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try index.fetch(asset, to: path)
    try AssetInstallation(asset, in: store).install(wheel: path)
  }
}
