public import Inspection

/// A synthetic campaign as the files that a user would have, and its truth beside them.
public enum DemoInputs {
  /// A file and the kind of import that reads it.
  public struct File: Sendable, Hashable {
    /// The name within the folder.
    public let name: String
    /// The kind, as on the command line of `hotspot import`.
    public let kind: String
  }

  /// The files in the order in which they are to be imported.
  public static let files = [
    File(name: "counties.gpkg", kind: "counties"),
    File(name: "townships.gpkg", kind: "townships"),
    File(name: "hot_cells.csv", kind: "cells"),
    File(name: "sites.csv", kind: "sites"),
    File(name: "teams.csv", kind: "teams"),
    File(name: "alerts.csv", kind: "alerts"),
    File(name: "complaints.csv", kind: "complaints"),
    File(name: "complaints_checked.csv", kind: "complaints"),
    File(name: "power_anomalies.csv", kind: "power-anomalies"),
    File(name: "visits.csv", kind: "visits"),
    File(name: "problems_reviewed.csv", kind: "problems"),
    File(name: "problems_handed_over.csv", kind: "problems"),
    File(name: "problems_rectified.csv", kind: "problems"),
    File(name: "people.csv", kind: "people"),
  ]

  /// Writes the files to a folder, complete or not at all.
  ///
  /// The same campaign gives the same CSV bytes and GeoPackages of the same content. Throws
  /// `PublishingError` or `GDALError`.
  public static func write(_ campaign: DemoCampaign, to folder: String) throws {
    let facts = campaign.facts
    let staged = try StagedFolder(for: folder)
    try DemoBoundaries.write(facts.counties, to: staged.path + "/counties.gpkg")
    try DemoBoundaries.write(facts.townships, to: staged.path + "/townships.gpkg")
    try staged.write(hotCells(facts.cells), to: "hot_cells.csv")
    try staged.write(sites(facts.sites), to: "sites.csv")
    try staged.write(teams(facts.teams), to: "teams.csv")
    try staged.write(alerts(facts.alerts), to: "alerts.csv")
    try staged.write(complaints(facts.complaints), to: "complaints.csv")
    try staged.write(complaints(campaign.checkedComplaints), to: "complaints_checked.csv")
    try staged.write(anomalies(facts.anomalies), to: "power_anomalies.csv")
    try staged.write(visits(facts.visits, of: facts.sites), to: "visits.csv")
    let states = DemoProblemStates(facts.visits)
    try staged.write(states.table(.reviewed), to: "problems_reviewed.csv")
    try staged.write(states.table(.handedOver), to: "problems_handed_over.csv")
    try staged.write(states.table(.rectified), to: "problems_rectified.csv")
    try staged.write(people(campaign.people), to: "people.csv")
    try staged.publish()
  }

  /// Writes what is really wrong to `truth.csv` in a folder that must not be a workspace.
  public static func writeTruth(_ truth: DemoTruth, to folder: String) throws {
    let staged = try StagedFolder(for: folder)
    try staged.write(truth.text, to: truthName)
    try staged.publish()
  }

  /// The name of the truth's file.
  public static let truthName = "truth.csv"
}
