import CampaignData
import Geo
import Inspection

// What lies around a day's routes.
extension SurroundingLayers {
  /// Townships, cells, sites, complaints and alerts of the cities.
  func ground(_ snapshot: Snapshot) throws -> [StyledLayer] {
    let cells = try CellSquares(snapshot.facts.cells.filter(isNear))
    return [
      townships, layer(of: cells), sites(snapshot), complaints(snapshot), alerts(cells),
    ]
  }

  private func isNear(_ cell: Cell) -> Bool { !cities.isDisjoint(with: cell.cityCodes) }

  /// True for the index of a township in one of the cities.
  private func isNear(_ township: Int32, _ facts: Facts) -> Bool {
    facts.township(at: Int(township)).map { cities.contains($0.cityCode) } ?? false
  }

  private var townships: StyledLayer {
    StyledLayer(
      "townships", .area, LayerColumns(list: "townships_map"), style: .coverage(column: "covered"),
      features: facts.townships.filter { cities.contains($0.cityCode) }.map { township in
        Feature(
          values: [
            .text(township.code), .text(township.name), .text(township.county),
            .text(CityNames.name(township.cityCode, in: .zh)),
            flag(covered[township.code]), .text(township.source),
          ], geometry: .area(township.area))
      })
  }

  private func layer(of cells: CellSquares) -> StyledLayer {
    StyledLayer(
      "cells", .area, LayerColumns(list: "cells_map"), style: .cells(column: "hot"),
      features: cells.all.map { cell, area in
        Feature(
          values: [.text(cell.id), flag(cell.isHot), text(cell.officialID)],
          geometry: .area(area))
      })
  }

  private func sites(_ snapshot: Snapshot) -> StyledLayer {
    let facts = snapshot.facts
    let near = facts.sites.indices.filter { isNear(snapshot.siteTownships[$0], facts) }
    return StyledLayer(
      "sites", .point, LayerColumns(list: "sites_map"),
      style: .terms(of: "site_kind", zh: "点位类型", en: "Sites by kind", column: "kind"),
      features: near.map { index in
        let site = facts.sites[index]
        return Feature(
          values: [
            .text(site.id), .text(MaskedText.masked(site.name)), .text(site.kind),
            .text(site.topics.joined(separator: ";")), text(site.ledger), text(site.status),
            text(site.industry), .text(site.origin),
          ], geometry: .point(site.position))
      })
  }

  private func complaints(_ snapshot: Snapshot) -> StyledLayer {
    let facts = snapshot.facts
    let near = facts.complaints.indices.filter { isNear(snapshot.complaintTownships[$0], facts) }
    return StyledLayer(
      "complaints", .point, LayerColumns(list: "complaints_map"),
      style: .complaints(column: "verified"),
      features: near.compactMap { index in
        let complaint = facts.complaints[index]
        return complaint.position.map { position in
          Feature(
            values: [
              .text(complaint.id), .text(complaint.receivedAt.description),
              .text(complaint.types.joined(separator: ";")), flag(complaint.accepted),
              flag(complaint.verified),
            ], geometry: .point(position))
        }
      })
  }

  /// Alerts in the middle of their cells.
  private func alerts(_ cells: CellSquares) -> StyledLayer {
    let middles = cells.middles
    return StyledLayer(
      "alerts", .point,
      LayerColumns(
        list: "alerts_map", types: ["value": .real, "change": .real]),
      style: .alerts(column: "reason"),
      features: facts.alerts.compactMap { alert in
        middles[alert.cellID].map { middle in
          Feature(
            values: [
              .text(alert.id), .text(alert.cellID), .text(alert.period), .text(alert.reason),
              alert.value.map(FieldValue.real) ?? .null,
              alert.change.map(FieldValue.real) ?? .null, .text(alert.issuedAt.description),
            ], geometry: .point(middle))
        }
      })
  }

  private func text(_ text: String?) -> FieldValue { text.map(FieldValue.text) ?? .null }

  private func flag(_ flag: Bool?) -> FieldValue { flag.map { .text($0 ? "yes" : "no") } ?? .null }
}
