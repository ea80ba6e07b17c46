import Geo

/// The county that has most of a cell: by the shares of townships, else by the cell's middle.
struct CellCounties {
  private let codes: [String: String]

  init(_ facts: Facts, cells ids: [String]) throws {
    let wanted = Set(ids)
    let counties = Dictionary(facts.townships.map { ($0.code, $0.countyCode) }) { first, _ in
      first
    }
    var shares: [String: [String: Double]] = [:]
    for share in facts.cellShares where wanted.contains(share.cellID) {
      guard let county = counties[share.townshipCode] else { continue }
      shares[share.cellID, default: [:]][county, default: 0] += share.shareOfCell
    }
    var codes = shares.compactMapValues { own in
      own.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
    let left = facts.cells.indices.filter {
      wanted.contains(facts.cells[$0].id) && codes[facts.cells[$0].id] == nil
    }
    if !left.isEmpty {
      let middles = try CellCentres(facts.cells).positions(of: left)
      let found = try PlaceIndex(townships: facts.townships, cells: facts.cells).locate(
        longitudes: middles.map(\.x), latitudes: middles.map(\.y)
      ).townships
      for (cell, township) in zip(left, found) where township >= 0 {
        codes[facts.cells[cell].id] = facts.townships[Int(township)].countyCode
      }
    }
    self.codes = codes
  }

  /// Empty outside all.
  func code(ofCell id: String) -> String { codes[id] ?? "" }
}
