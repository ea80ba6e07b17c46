/// The campaign's facts as typed values, read once from the embedded tables.
public enum CampaignData {
  static let raw = PackageResources.counties_csv
}
