import CampaignData
import Geo

// How the map of the server, and whoever draws its layers, shows them.
extension MapStyle {
  /// The style of a layer of the server by its name; nil for one that is drawn in one colour, or in
  /// those of the teams.
  public static func served(_ layer: String) -> MapStyle? {
    switch layer {
    case "cells": cells
    case "coverage": standing
    case "complaints": complaints
    case "alerts": terms(of: "alert_reason", zh: "热点网格预警", en: "Alerts", column: "reason")
    case "visits": terms(of: "outcome", zh: "检查结果", en: "Visits", column: "outcome")
    case "sites": terms(of: "site_kind", zh: "检查对象", en: "Sites", column: "kind")
    case "density":
      density(column: "density", breaks: [0.02, 0.05, 0.1, 0.2, 0.5, 1], unit: .perSquareKilometre)
    case "hotspots": hotspots(column: "class")
    default: nil
    }
  }

  private static let cells = MapStyle(
    zh: "热点网格", en: "Hot cells", column: "hot",
    classes: [
      MapClass(.integer(1), zh: "热点", en: "Hot", MapColour(0xEF8A62)),
      MapClass(.others, zh: "非热点", en: "Not hot", MapColour(0xB8C0C8)),
    ])

  private static let standing = MapStyle(
    zh: "本轮次覆盖", en: "Coverage of the round", column: "standing",
    classes: [
      MapClass(.text("visited"), zh: "已查", en: "Visited", MapColour(0x4D9A4A)),
      MapClass(.text("planned"), zh: "已安排", en: "Planned", MapColour(0xF2B84B)),
      MapClass(.text("missing"), zh: "未查", en: "Missing", MapColour(0xC4453B)),
      MapClass(.others, zh: "未知", en: "Not known", MapColour(0x9AA3AD)),
    ])

  private static let complaints = MapStyle(
    zh: "投诉", en: "Complaints", column: "verified",
    classes: [
      MapClass(.integer(1), zh: "属实", en: "Verified", MapColour(0xC81E3C)),
      MapClass(.integer(0), zh: "不属实", en: "Not verified", MapColour(0x5E8FB5)),
      MapClass(.others, zh: "未核实", en: "Not checked yet", MapColour(0x8A63A8)),
    ])
}
