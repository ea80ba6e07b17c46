import Dispatch

extension PolygonIndex {
  /// The area that holds a position, the lowest-numbered one where areas overlap; nil outside.
  public func locate(_ c: Coordinate) -> Int? {
    let id = lowestHolder(c.x, c.y)
    return id < 0 ? nil : Int(id)
  }

  /// All areas that hold a position, in rising order.
  public func locateAll(_ c: Coordinate) -> [Int] {
    guard frame.envelope.contains(c) else { return [] }
    let column = frame.column(c.x)
    let row = frame.row(c.y)
    let entry = table[row * frame.columns + column]
    guard entry <= Self.borderBase else { return sets[entry].map(Int.init) }
    let cell = Int(Self.borderBase - entry)
    let centre = Coordinate(frame.centreX(column), frame.centreY(row))
    let held = borders.holders(cell, centre: centre, c.x, c.y)
    if !held.isEmpty { return held.map(Int.init) }
    let touched = borders.lowestTouched(cell, c.x, c.y)
    return touched < 0 ? [] : [Int(touched)]
  }

  /// The area that holds each position, -1 outside.
  ///
  /// Columns of different length: the shorter counts. `threads` of 0 takes all cores; the result is the same for any number.
  public func locate(xs: [Double], ys: [Double], threads: Int = 0) -> [Int32] {
    locate(xs: xs.span, ys: ys.span, threads: threads)
  }

  /// The area that holds each position, -1 outside.
  ///
  /// Columns of different length: the shorter counts.
  public func locate(xs: Span<Double>, ys: Span<Double>, threads: Int = 0) -> [Int32] {
    let count = min(xs.count, ys.count)
    return [Int32](unsafeUninitializedCapacity: count) { buffer, initialised in
      xs.withUnsafeBufferPointer { xs in
        ys.withUnsafeBufferPointer { ys in
          locate(xs, ys, into: buffer, count: count, threads: threads)
        }
      }
      initialised = count
    }
  }

  private func locate(
    _ xs: UnsafeBufferPointer<Double>, _ ys: UnsafeBufferPointer<Double>,
    into ids: UnsafeMutableBufferPointer<Int32>, count: Int, threads: Int
  ) {
    let chunk = 1 << 16
    let chunks = (count + chunk - 1) / chunk
    func run(_ number: Int) {
      for index in number * chunk..<min((number + 1) * chunk, count) {
        ids[index] = lowestHolder(xs[index], ys[index])
      }
    }
    if threads == 1 || chunks < 2 {
      for number in 0..<chunks { run(number) }
      return
    }
    nonisolated(unsafe) let shared = run
    let workers = threads > 0 ? min(threads, chunks) : chunks
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      for number in stride(from: worker, to: chunks, by: workers) { shared(number) }
    }
  }

  /// The lowest-numbered area that holds a position; -1 outside.
  @inline(__always)
  func lowestHolder(_ x: Double, _ y: Double) -> Int32 {
    guard frame.envelope.contains(Coordinate(x, y)) else { return -1 }
    let column = frame.column(x)
    let row = frame.row(y)
    let entry = table[row * frame.columns + column]
    if entry > Self.borderBase { return sets.lowest(entry) }
    let cell = Int(Self.borderBase - entry)
    let centre = Coordinate(frame.centreX(column), frame.centreY(row))
    return borders.lowestHolder(cell, centre: centre, x, y)
  }
}

extension BorderCells {
  /// The lowest area that holds or, if none does, touches a position in a cell; -1 if none.
  func lowestHolder(_ cell: Int, centre: Coordinate, _ x: Double, _ y: Double) -> Int32 {
    if isCrowded(cell) {
      if let first = holders(cell, centre: centre, x, y).first { return first }
    } else {
      let mask = mask(cell, centre: centre, x, y)
      if mask != 0 { return areas[Int(areaStarts[cell]) + mask.trailingZeroBitCount] }
    }
    return lowestTouched(cell, x, y)
  }

  /// The areas that hold a position in a cell, rising.
  func holders(_ cell: Int, centre: Coordinate, _ x: Double, _ y: Double) -> [Int32] {
    let local = Int(areaStarts[cell])..<Int(areaStarts[cell + 1])
    guard isCrowded(cell) else {
      let mask = mask(cell, centre: centre, x, y)
      return areas[local].enumerated().filter { mask >> UInt64($0.offset) & 1 == 1 }.map(\.element)
    }
    var held = crowdedCentres[cell] ?? []
    for entry in entries[Int(entryStarts[cell])..<Int(entryStarts[cell + 1])]
    where isCrossed(entry, from: centre, to: x, y) {
      held.toggle(edges[Int(entry.edge)].first)
      held.toggle(edges[Int(entry.edge)].second)
    }
    return held
  }
}
