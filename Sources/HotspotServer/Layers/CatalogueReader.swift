import CampaignData
import Geo
import Inspection
import Store

/// Reads everything that is served from a workspace.
struct CatalogueReader {
  private let workspace: Workspace
  private let now: Moment

  /// - Parameter now: what is known and released by this moment is served.
  init(_ workspace: Workspace, now: Moment) {
    self.workspace = workspace
    self.now = now
  }

  /// Reads it; throws what the workspace's tables throw.
  func catalogue() throws -> LayerCatalogue {
    var layers: [ServedLayer] = []
    for (table, resource) in TableLayers.served {
      let cells = layers.first { $0.id == "cells" }
      if let layer = try TableLayers.layer(
        of: table, resource, in: workspace, asOf: now, cells: cells)
      {
        layers.append(layer)
      }
    }
    let facts = try workspace.facts(asOf: now)
    let days = try releasedDays()
    var stops = StopLayers(facts)
    for day in days { stops.append(day) }
    layers += stops.layers()
    let round = round(facts, days)
    let snapshot = try Snapshot(asOf: now, facts: facts)
    if let round { layers += try coverage(of: round, snapshot, days) }
    if let cells = layers.first(where: { $0.id == "cells" }) {
      layers += try GatheringLayers.layers(snapshot, cells: cells)
    }
    return LayerCatalogue(
      asOf: now, layers: layers, days: days.map(\.day), rounds: rounds(facts, days), round: round,
      nextRelease: try nextRelease(),
      isSynthetic: facts.townships.contains { $0.source == "synthetic" })
  }

  /// Days with released stops, of every round that a plan was made for.
  private func releasedDays() throws -> [ReleasedDay] {
    guard let plans = Schema.table(named: "plans") else { return [] }
    let records = try workspace.records(of: plans, asOf: .distantFuture)
    guard let column = records.columns.firstIndex(where: { $0.name == "round" }) else { return [] }
    let numbers = Set(
      records.features.compactMap { feature -> Int? in
        if case .integer(let number) = feature.values[column] { Int(number) } else { nil }
      })
    let dates = numbers.sorted().compactMap { CampaignData.rounds.round($0) }.flatMap { round in
      (0...(round.days.upperBound - round.days.lowerBound)).map { round.days.lowerBound + $0 }
    }
    return try dates.compactMap { try ReleasedDay($0, in: workspace, now: now) }
  }

  private func coverage(
    of round: Int, _ snapshot: Snapshot, _ days: [ReleasedDay]
  ) throws -> [ServedLayer] {
    let standing = try Planner.standing(
      inRound: round, of: snapshot, settings: workspace.settings.planSettings)
    var planned: [String: Int] = [:]
    for day in days where CampaignData.rounds.containing(day.day)?.number == round {
      for stop in day.stops {
        if let code = stop.townshipCode { planned[code, default: 0] += 1 }
      }
    }
    return CoverageLayers.layers(standing, snapshot.facts, round: round, planned: planned)
  }

  /// The round of the newest released day, else that of now, else the last one with a visit.
  private func round(_ facts: Facts, _ days: [ReleasedDay]) -> Int? {
    days.last.flatMap { CampaignData.rounds.containing($0.day)?.number }
      ?? CampaignData.rounds.containing(now.date)?.number ?? facts.visits.map(\.round).max()
  }

  private func rounds(_ facts: Facts, _ days: [ReleasedDay]) -> [Int] {
    let planned = days.compactMap { CampaignData.rounds.containing($0.day)?.number }
    return Set(planned + facts.visits.map(\.round)).sorted()
  }

  private func nextRelease() throws -> Moment? {
    try workspace.sealedDays().values.flatMap(\.values).filter { $0 > now }.min()
  }
}

extension Moment {
  /// Later than anything that a workspace knows.
  fileprivate static let distantFuture = Moment(secondsSince1970: 253_370_764_800)
}
