extension PolygonIndex {
  /// The area that holds a position, the lowest-numbered one where areas overlap; nil outside.
  public func locate(_ c: Coordinate) -> Int? {
    let place = Int(frame.place(c.x, c.y))
    let entry = table[place]
    let id: Int32
    if entry > Self.borderBase {
      id = sets.lowest(entry)
    } else {
      id = borders.lowestHolder(
        Int(Self.borderBase - entry), centre: frame.centre(ofCellAt: place), c.x, c.y)
    }
    return id < 0 ? nil : Int(id)
  }

  /// All areas that hold a position, in rising order.
  public func locateAll(_ c: Coordinate) -> [Int] {
    let place = Int(frame.place(c.x, c.y))
    let entry = table[place]
    guard entry <= Self.borderBase else { return sets[entry].map(Int.init) }
    let cell = Int(Self.borderBase - entry)
    let held = borders.holders(cell, centre: frame.centre(ofCellAt: place), c.x, c.y)
    if !held.isEmpty { return held.map(Int.init) }
    let touched = borders.lowestTouched(cell, c.x, c.y)
    return touched < 0 ? [] : [Int(touched)]
  }
}
