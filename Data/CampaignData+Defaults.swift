extension CampaignData {
  /// The weights by which targeting turns evidence into a chance.
  public static let weights = EvidenceWeights(
    EmbeddedTable(named: "weights").rows.compactMap(EvidenceWeight.init))

  /// The defaults of all settings.
  public static let settings = SettingTable(
    EmbeddedTable(named: "settings").rows.compactMap(Setting.init))

  /// Published figures of the campaign.
  public static let figures: [Figure] = EmbeddedTable(named: "figures").rows
    .compactMap(Figure.init)

  /// The published figure with a key, as in `hot_cells_fenwei`.
  public static func figure(_ key: String) -> Double? {
    figures.first { $0.key == key }?.value
  }
}
