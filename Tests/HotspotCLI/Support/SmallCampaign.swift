import Foundation
import Testing

/// Two townships with thirty sites each and two teams, in a workspace made by the program itself.
enum SmallCampaign {
  /// Makes the workspace `w` in a folder.
  static func prepare(_ folder: String) throws {
    func square(_ west: Double) -> String {
      "[[[\(west),38],[\(west + 0.1),38],[\(west + 0.1),38.1],[\(west),38.1],[\(west),38]]]"
    }
    func layer(_ features: [String]) -> String {
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    }
    func feature(_ properties: String, _ ring: String) -> String {
      #"{"type":"Feature","properties":{\#(properties)},"geometry":{"type":"Polygon","#
        + #""coordinates":\#(ring)}}"#
    }
    let county = "[[[114.5,38],[114.7,38],[114.7,38.1],[114.5,38.1],[114.5,38]]]"
    let counties = try write(
      layer([feature(#""code":"130102","name":"长安区""#, county)]), to: folder + "/c.geojson")
    let townships = try write(
      layer(
        [0, 1].map {
          feature(
            #""code":"13010200\#($0 + 1)","name":"镇\#($0)","county_code":"130102""#,
            square(114.5 + 0.1 * Double($0)))
        }), to: folder + "/t.geojson")
    var sites = "id,name,lon,lat\n"
    for number in 0..<60 {
      sites += "s\(number),厂\(number),114.\(505 + 3 * number),38.0\(20 + number % 60)\n"
    }
    let teams = "id,name,city_code,lon,lat\nt1,一组,130100,114.55,38.05\nt2,二组,130100,114.65,38.05\n"
    _ = try Program.run("init", folder + "/w")
    for (kind, path) in [
      ("counties", counties), ("townships", townships),
      ("sites", try write(sites, to: folder + "/s.csv")),
      ("teams", try write(teams, to: folder + "/g.csv")),
    ] {
      let run = try Program.run(
        "import", kind, path, "-w", folder + "/w", "--known-at", "2018-06-01")
      #expect(run.status == 0, "\(run.error)")
    }
  }
}
