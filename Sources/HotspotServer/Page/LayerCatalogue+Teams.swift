import Geo
import Inspection
import Publishing

extension LayerCatalogue {
  /// Every team's colour, the same as on paper and phone.
  var teamColours: [(id: String, name: String?, colour: MapColour)] {
    guard let layer = self["teams"], let id = layer.field("id"), let name = layer.field("name"),
      let city = layer.field("city_code")
    else { return [] }
    let teams = (0..<layer.count).compactMap { row -> Team? in
      guard let own = layer.text(row, id) else { return nil }
      var base = Coordinate(.nan, .nan)
      if case .point(let position)? = layer.geometries[row] { base = position }
      return Team(
        id: own, name: layer.text(row, name) ?? own, cityCode: layer.text(row, city) ?? "",
        countyCodes: [],
        base: base, knownAt: asOf)
    }
    let colours = TeamColours(teams)
    return teams.map { ($0.id, $0.name, colours.colour(of: $0.id)) }
  }
}
