internal import CampaignData
internal import Geo
internal import Inspection

/// Makes townships from the points of their seats: each county is divided among its seats, every
/// place to the nearest (Voronoi), and the borders are marked as derived.
enum TownshipSeats {
  /// A seat and the county that it stands in.
  private struct Seat {
    var draft: Draft
    let point: Coordinate
  }

  /// Reads a layer or table of points into the table of townships.
  static func run(
    _ stream: consuming DraftStream, _ counties: CountyLocator?, _ run: inout ImportRun,
    _ transaction: inout WorkspaceTransaction
  ) throws {
    guard let counties else {
      throw StoreError(
        .badData, "townships can be made from points only within counties, and none is loaded",
        file: run.path, nextStep: "Import the counties first: hotspot import counties FILE.")
    }
    let drawn = Set(
      try transaction.newest(Township.self).filter { $0.source != "derived" }.map(\.countyCode))
    var placer = try Placer(stream, run: run)
    var resolver = TownshipResolver(
      stream.match, counties: counties, options: run.options, source: "derived")
    var seats: [Int: [Seat]] = [:]
    while var drafts = try stream.next(&run) {
      try placer.place(&drafts, counties: counties, &run)
      for draft in drafts {
        do throws(Rejection) {
          let (county, seat) = try seat(draft, counties, drawn, &resolver, stream.match)
          seats[county, default: []].append(seat)
        } catch {
          try run.reject(error)
        }
      }
    }
    try placer.checkWhole(run)
    stream.report(to: &run)
    for remark in resolver.remarks { run.warn(remark) }
    placer.report(to: &run, references: nil, counties: counties)
    try divide(seats, among: counties, &run, &transaction)
  }

  private static func seat(
    _ draft: Draft, _ counties: CountyLocator, _ drawn: Set<String>,
    _ resolver: inout TownshipResolver, _ match: HeadingMatch
  ) throws(Rejection) -> (county: Int, Seat) {
    var draft = draft
    guard let point = draft.point else {
      throw Rejection(row: draft.number, reason: "no position of its seat")
    }
    try resolver.complete(&draft, at: point, byPlace: true)
    let columns = ColumnAccess(match)
    let code = columns.text("county_code", of: draft) ?? ""
    guard let county = counties.position(of: code) else {
      throw Rejection(
        row: draft.number, value: Placer.text(point),
        reason: "outside every loaded county, and that of its code is not loaded")
    }
    guard !drawn.contains(code) else {
      throw Rejection(
        row: draft.number, value: code,
        reason: "its county has townships with borders of their own, which stay")
    }
    return (county, Seat(draft: draft, point: point))
  }

  private static func divide(
    _ seats: [Int: [Seat]], among counties: CountyLocator, _ run: inout ImportRun,
    _ transaction: inout WorkspaceTransaction
  ) throws {
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    for county in seats.keys.sorted() {
      let group = seats[county] ?? []
      var points = group.map(\.point)
      transformer.transform(&points)
      let area = try transformer.transform(counties.counties[county].area)
      let parts = Voronoi.cells(of: points, within: area)
      var records: [Record] = []
      var rows: [Int] = []
      for (seat, part) in zip(group, parts) {
        guard !part.polygons.isEmpty else {
          try run.reject(
            Rejection(
              row: seat.draft.number, value: Placer.text(seat.point),
              reason: "stands where another seat stands or far outside its county; no ground is "
                + "nearest to it"))
          continue
        }
        var draft = seat.draft
        draft.geometry = .area(try transformer.inverse(part))
        records.append(draft.record(in: run.table))
        rows.append(draft.number)
      }
      try run.keep(records, rows: rows, in: &transaction)
    }
    run.warn(
      "Borders were derived from the seats by dividing each county among them; they are marked "
        + "as derived and are no official borders.")
  }
}
