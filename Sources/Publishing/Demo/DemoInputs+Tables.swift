import Geo
import Inspection

extension DemoInputs {
  static func hotCells(_ cells: [Cell]) -> String {
    var table = InputTable(
      kind: "cells", columns: ["id", "column", "row", "city_codes", "hot", "known_at"])
    for cell in cells where cell.isHot {
      table.append([
        .text(cell.id), .integer(cell.place.map { Int($0.column) }),
        .integer(cell.place.map { Int($0.row) }), .list(cell.cityCodes), .flag(true),
        .moment(cell.knownAt),
      ])
    }
    return table.text
  }

  static func sites(_ sites: [Site]) -> String {
    var table = InputTable(
      kind: "sites",
      columns: [
        "id", "name", "kind", "topics", "ledger", "status", "industry", "credit_code", "origin",
        "county_code", "lon", "lat", "known_at",
      ])
    for site in sites {
      table.append([
        .text(site.id), .text(site.name), .text(site.kind), .list(site.topics),
        .text(site.ledger), .text(site.status), .text(site.industry), .text(site.creditCode),
        .text(site.origin), .text(site.countyCode), .decimal(site.position.x, places: 7),
        .decimal(site.position.y, places: 7), .moment(site.knownAt),
      ])
    }
    return table.text
  }

  static func teams(_ teams: [Team]) -> String {
    var table = InputTable(
      kind: "teams",
      columns: [
        "id", "name", "city_code", "county_codes", "centre", "daily_visits", "lon", "lat",
        "known_at",
      ])
    for team in teams {
      table.append([
        .text(team.id), .text(team.name), .text(team.cityCode), .list(team.countyCodes),
        .flag(team.isCentre), .integer(team.dailyVisits), .decimal(team.base.x, places: 7),
        .decimal(team.base.y, places: 7), .moment(team.knownAt),
      ])
    }
    return table.text
  }

  static func alerts(_ alerts: [Alert]) -> String {
    var table = InputTable(
      kind: "alerts",
      columns: ["id", "cell_id", "period", "reason", "value", "change", "issued_at", "known_at"])
    for alert in alerts {
      table.append([
        .text(alert.id), .text(alert.cellID), .text(alert.period), .text(alert.reason),
        .decimal(alert.value, places: 1), .decimal(alert.change, places: 3),
        .moment(alert.issuedAt), .moment(alert.knownAt),
      ])
    }
    return table.text
  }

  static func complaints(_ complaints: [Complaint]) -> String {
    var table = InputTable(
      kind: "complaints",
      columns: [
        "id", "received_at", "channel", "types", "target", "text", "accepted", "verified", "lon",
        "lat", "known_at",
      ])
    for complaint in complaints {
      table.append([
        .text(complaint.id), .moment(complaint.receivedAt), .text(complaint.channel),
        .list(complaint.types), .text(complaint.target), .text(complaint.text),
        .flag(complaint.accepted), .flag(complaint.verified),
        .decimal(complaint.position?.x, places: 7), .decimal(complaint.position?.y, places: 7),
        .moment(complaint.knownAt),
      ])
    }
    return table.text
  }

  static func anomalies(_ anomalies: [PowerAnomaly]) -> String {
    var table = InputTable(
      kind: "power-anomalies",
      columns: [
        "id", "site_id", "rule", "started_at", "ended_at", "severity", "detail", "known_at",
      ])
    for anomaly in anomalies {
      table.append([
        .text(anomaly.id), .text(anomaly.siteID), .text(anomaly.rule),
        .moment(anomaly.startedAt), .moment(anomaly.endedAt),
        .decimal(anomaly.severity, places: 3), .text(anomaly.detail), .moment(anomaly.knownAt),
      ])
    }
    return table.text
  }

  static func visits(_ visits: [Visit], of sites: [Site]) -> String {
    var table = InputTable(
      kind: "visits",
      columns: [
        "id", "site_id", "team_id", "round", "visited_at", "outcome", "type", "severity", "topic",
        "lon", "lat", "known_at",
      ])
    let sites = Dictionary(sites.map { ($0.id, $0) }) { first, _ in first }
    for visit in visits {
      let problem =
        visit.outcome == "problem" ? DemoProblem(of: visit, at: sites[visit.siteID]) : nil
      table.append([
        .text(visit.id), .text(visit.siteID), .text(visit.teamID), .integer(visit.round),
        .moment(visit.visitedAt), .text(visit.outcome), .text(problem?.type),
        .text(problem?.severity), .text(problem?.topic), .decimal(visit.position?.x, places: 7),
        .decimal(visit.position?.y, places: 7), .moment(visit.knownAt),
      ])
    }
    return table.text
  }

  static func people(_ people: [Person]) -> String {
    var table = InputTable(
      kind: "people",
      columns: [
        "id", "province", "city", "name", "age", "sex", "employer", "position", "industries",
        "party_member", "licence", "phone", "leader_recommended", "ministry", "known_at",
      ])
    for person in people {
      table.append([
        .text(person.id), .text(person.province), .text(person.city), .text(person.name),
        .integer(person.age), .text(person.sex), .text(person.employer), .text(person.position),
        .list(person.industries), .flag(person.isPartyMember), .text(person.licence),
        .text(person.phone), .flag(person.isLeaderRecommended), .flag(person.isMinistry),
        .moment(person.knownAt),
      ])
    }
    return table.text
  }
}
