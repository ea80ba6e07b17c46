/// Which team looks after each cell: that with the largest part of the cell in its townships.
struct CellTeams {
  /// For every cell of `Facts.cells`: index of its team, or nil.
  let teamOfCell: [Int?]

  /// Adds up each team's part of each cell; of equal parts the team that comes first has it.
  init(_ facts: Facts, teamOfTownship: [Int?]) {
    let cells = Dictionary(facts.cells.indices.map { (facts.cells[$0].id, $0) }) { first, _ in first
    }
    let townships = Dictionary(facts.townships.indices.map { (facts.townships[$0].code, $0) }) {
      first, _ in first
    }
    var parts: [Int: [Int: Double]] = [:]
    for share in facts.cellShares {
      guard let cell = cells[share.cellID], let township = townships[share.townshipCode],
        let team = teamOfTownship[township]
      else { continue }
      parts[cell, default: [:]][team, default: 0] += share.shareOfCell
    }
    teamOfCell = facts.cells.indices.map { cell in
      parts[cell]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }
}
