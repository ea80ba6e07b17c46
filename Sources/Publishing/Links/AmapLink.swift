public import Geo

/// Links that open Amap (高德地图) with the way to a stop, or over all stops of a day.
///
/// Places are given in WGS-84 and written in GCJ-02, as Amap wants them, with six decimals (about a
/// tenth of a metre). After Amap's pages "URI API, 路线规划" and "amapuri, 途经点".
public enum AmapLink {
  /// A place to go to.
  public struct Place: Sendable, Hashable {
    /// What it is called.
    public var name: String
    /// Longitude and latitude, WGS-84.
    public var position: Coordinate

    /// Makes a place.
    public init(name: String, position: Coordinate) {
      self.name = name
      self.position = position
    }
  }

  /// The systems whose app takes several stops, each by its own scheme.
  public enum System: String, Sendable, Hashable, CaseIterable {
    /// Android and HarmonyOS: `amapuri://route/plan/`.
    case android
    /// iOS: `iosamap://path`.
    case ios
  }

  /// How many places a link can have on the way, beside its end.
  public static let mostOnTheWay = 16

  /// Characters of a name that a link holds; longer ones end in `…`.
  ///
  /// So many keep a QR code of the link at version 12 with error correction M.
  public static let longestName = 20

  /// The way by car from where one stands to a place, as a web address.
  ///
  /// A browser shows the way and opens the app; within WeChat, open it in the browser first.
  public static func navigation(to place: Place) -> String {
    let (x, y) = shifted(place.position)
    return "https://uri.amap.com/navigation?to=\(x),\(y),\(encoded(place.name))"
      + "&mode=car&src=hotspot&callnative=1"
  }

  /// The way by car from where one stands over places in their order, as links of the app's own
  /// scheme.
  ///
  /// A link takes 17 places; more go on in the next link, which starts where one stands then.
  public static func ways(over places: [Place], on system: System) -> [String] {
    stride(from: 0, to: places.count, by: mostOnTheWay + 1).compactMap { start in
      let part = places[start..<min(start + mostOnTheWay + 1, places.count)]
      return part.last.map { way(over: part.dropLast(), to: $0, on: system) }
    }
  }

  private static func way(
    over stops: ArraySlice<Place>, to end: Place, on system: System
  ) -> String {
    let (x, y) = shifted(end.position)
    let start =
      switch system {
      case .android: "amapuri://route/plan/?"
      case .ios: "iosamap://path?"
      }
    let link =
      start + "sourceApplication=hotspot&dlat=\(y)&dlon=\(x)&dname=\(encoded(end.name))&dev=0&t=0"
    guard !stops.isEmpty else { return link }
    let shifts = stops.map { shifted($0.position) }
    return link + "&vian=\(stops.count)&vialons=\(list(shifts.map(\.x)))"
      + "&vialats=\(list(shifts.map(\.y)))&vianames=\(list(stops.map { encoded($0.name) }))"
  }

  private static func list(_ values: [String]) -> String { values.joined(separator: "%7C") }

  private static func shifted(_ position: Coordinate) -> (x: String, y: String) {
    let shifted = Datum.gcj02.fromWGS84(position)
    return (Decimal.text(shifted.x, places: 6), Decimal.text(shifted.y, places: 6))
  }

  /// A name cut to length and percent-encoded (RFC 3986); what the lists are divided by becomes the
  /// full-width sign.
  private static func encoded(_ name: String) -> String {
    let short = name.count > longestName ? name.prefix(longestName - 1) + "…" : name[...]
    var text = ""
    for character in short.unicodeScalars {
      switch character {
      case ",": text += encodedBytes("，")
      case "|": text += encodedBytes("｜")
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~":
        text.unicodeScalars.append(character)
      default: text += encodedBytes(character)
      }
    }
    return text
  }

  private static func encodedBytes(_ character: Unicode.Scalar) -> String {
    String(character).utf8.map { byte in
      "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
