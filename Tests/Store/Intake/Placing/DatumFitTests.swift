import CampaignData
import Geo
import Inspection
import Testing

@testable import Store

struct DatumFitTests {
  /// Two counties that share the meridian 114.5.
  private func counties() throws -> CountyLocator {
    let time = Moment(CalendarDate(daysSince1970: 17_880))
    let squares = [(114.0, 114.5, "130102"), (114.5, 115.0, "130104")].map { west, east, code in
      CountyArea(
        code: code, name: code, cityCode: "130100",
        area: MultiPolygon([Polygon(exterior: IntakeFixture.square(west, 38, east, 39))]),
        knownAt: time)
    }
    return try #require(try CountyLocator(squares))
  }

  /// Positions within 300 m of the shared border, each naming its true county.
  private func sample(in datum: Datum, _ counties: CountyLocator) -> DatumSample {
    var sample = DatumSample()
    for index in 0..<200 {
      let offset = Double(index % 20 - 10) * 0.0003 + 0.00015
      let place = Coordinate(114.5 + offset, 38.1 + Double(index) * 0.004)
      sample.add(datum.fromWGS84(place), county: counties.locate(place))
    }
    return sample
  }

  @Test func `positions that leave their counties are told by the datum that puts them back`()
    throws
  {
    let counties = try counties()
    let fit = DatumFit(
      sample(in: .gcj02, counties), declared: .wgs84, references: nil, counties: counties)
    #expect(fit?.likely == .gcj02)
  }

  @Test(arguments: [Datum.wgs84, .gcj02, .bd09])
  func `positions in their true datum raise no doubt`(datum: Datum) throws {
    let counties = try counties()
    let fit = DatumFit(
      sample(in: datum, counties), declared: datum, references: nil, counties: counties)
    #expect(fit == nil)
  }

  @Test func `a sample is thinned evenly and stays bounded`() {
    var sample = DatumSample()
    for index in 0..<100_000 { sample.add(Coordinate(Double(index), 0)) }
    #expect(sample.points.count <= DatumSample.capacity)
    #expect(sample.points.count >= DatumSample.capacity / 2)
    #expect((sample.points.last?.given.x ?? 0) > 90_000)
  }
}
