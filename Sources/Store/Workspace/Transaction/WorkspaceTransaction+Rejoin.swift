internal import CampaignData
internal import Geo
internal import Inspection

extension WorkspaceTransaction {
  /// Brings everything that follows from the boundaries up to date.
  ///
  /// Cities' names come to the counties, counties' names and cities to the townships, townships and
  /// cells to the sites and complaints. Where no official grid is loaded, our own 3-km cells over
  /// the counties and their shares in the townships are added as facts known when the boundaries
  /// were. Only rows whose values change are written.
  public mutating func rejoin() throws {
    try wrapping { transaction in
      let reader = FactReader(asOf: nil, dataset: transaction.dataset)
      let counties = try reader.newest(CountyArea.self, from: &transaction.writer)
      let townships = try transaction.attribute(
        try reader.newest(Township.self, from: &transaction.writer), to: counties)
      let cells = try transaction.rebuildGrid(counties: counties, townships: townships)
      try transaction.locatePoints(townships: townships, cells: cells)
    }
  }

  /// Fills in the names and cities that counties and townships have by table.
  private mutating func attribute(
    _ townships: [Township], to counties: [CountyArea]
  ) throws -> [Township] {
    let attribution = CountyAttribution(counties)
    try update("counties", key: "code", columns: ["city"]) { code in
      attribution.names(ofCounty: code).map { [$0.city] }
    }
    var attributed = townships
    var names: [String: [String?]] = [:]
    for (index, township) in townships.enumerated() {
      guard let found = attribution.names(ofCounty: township.countyCode) else { continue }
      names[township.code] = [found.county, found.cityCode, found.city]
      attributed[index].county = found.county
      attributed[index].cityCode = found.cityCode
    }
    try update("townships", key: "code", columns: ["county", "city_code", "city"]) { names[$0] }
    return attributed
  }

  /// Sets text columns by a key, in rows where they differ; nil leaves a row alone.
  private mutating func update(
    _ table: String, key: String, columns: [String], to values: (String) -> [String?]?
  ) throws {
    var changes = RowChanges(table: table, columns: columns)
    let list = (["fid", key] + columns).map { SQL.identifier($0) }.joined(separator: ", ")
    try writer.forEachRow(of: "SELECT \(list) FROM \(SQL.identifier(table)) ORDER BY fid") { row in
      guard case .text(let code)? = row.values.first, let wanted = values(code) else { return }
      changes.note(row.id, from: Array(row.values.dropFirst()), to: wanted)
    }
    for statement in changes.statements { try writer.execute(sql: statement) }
  }

  /// Finds the township and cell of every site and complaint.
  private mutating func locatePoints(townships: [Township], cells: [Cell]) throws {
    let index = try PlaceIndex(townships: townships, cells: cells)
    let columns = ["township_code", "cell_id"]
    for table in [Site.table, Complaint.table] {
      var rows: [(id: Int64, values: [FieldValue])] = []
      var xs: [Double] = []
      var ys: [Double] = []
      let list = (["fid"] + columns + ["geom"]).map { SQL.identifier($0) }.joined(separator: ", ")
      let sql = "SELECT \(list) FROM \(SQL.identifier(table)) ORDER BY fid"
      try writer.forEachRow(of: sql) { row in
        var position = Coordinate(.nan, .nan)
        if case .point(let point) = row.geometry { position = point }
        rows.append((row.id, row.values))
        xs.append(position.x)
        ys.append(position.y)
      }
      let found = try index.locate(longitudes: xs, latitudes: ys)
      var changes = RowChanges(table: table, columns: columns)
      for (place, row) in rows.enumerated() {
        let (township, cell) = (Int(found.townships[place]), Int(found.cells[place]))
        let wanted = [
          township < 0 ? nil : townships[township].code, cell < 0 ? nil : cells[cell].id,
        ]
        changes.note(row.id, from: row.values, to: wanted)
      }
      for statement in changes.statements { try writer.execute(sql: statement) }
    }
  }
}
