import CPrefetch
import Dispatch

extension PolygonIndex {
  /// The area that holds each position, -1 outside.
  ///
  /// Columns of different length: the shorter counts. `threads` of 0 takes all cores; the result is
  /// the same for any number.
  public func locate(xs: [Double], ys: [Double], threads: Int = 0) -> [Int32] {
    locate(xs: xs.span, ys: ys.span, threads: threads)
  }

  /// The area that holds each position, -1 outside.
  ///
  /// Columns of different length: the shorter counts.
  public func locate(xs: Span<Double>, ys: Span<Double>, threads: Int = 0) -> [Int32] {
    let count = min(xs.count, ys.count)
    return [Int32](unsafeUninitializedCapacity: count) { ids, initialised in
      locate(xs, ys, into: ids, threads: threads)
      initialised = count
    }
  }

  /// Writes the area that holds each position, -1 outside, to a column that is used again and again.
  ///
  /// Positions beyond the shortest of the three columns are left alone.
  public func locate(
    xs: Span<Double>, ys: Span<Double>, into ids: inout MutableSpan<Int32>, threads: Int = 0
  ) {
    ids.withUnsafeMutableBufferPointer { locate(xs, ys, into: $0, threads: threads) }
  }

  private func locate(
    _ xs: Span<Double>, _ ys: Span<Double>, into ids: UnsafeMutableBufferPointer<Int32>,
    threads: Int
  ) {
    let count = min(xs.count, ys.count, ids.count)
    xs.withUnsafeBufferPointer { xs in
      ys.withUnsafeBufferPointer { ys in
        guard let x = xs.baseAddress, let y = ys.baseAddress, let id = ids.baseAddress else {
          return
        }
        LocateColumns(index: self, xs: x, ys: y, ids: id).run(count: count, threads: threads)
      }
    }
  }
}

/// The look-up of many positions, in batches small enough for the nearest cache, so that the memory
/// of one position is fetched while others are worked on.
private struct LocateColumns: @unchecked Sendable {
  let index: PolygonIndex
  let xs: UnsafePointer<Double>
  let ys: UnsafePointer<Double>
  let ids: UnsafeMutablePointer<Int32>

  private static let batch = 256
  /// What a thread takes at a time.
  private static let share = 1 << 16

  func run(count: Int, threads: Int) {
    let shares = (count + Self.share - 1) / Self.share
    guard threads != 1, shares > 1 else { return run(0..<count) }
    let workers = threads > 0 ? min(threads, shares) : shares
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      for share in stride(from: worker, to: shares, by: workers) {
        run(share * Self.share..<min((share + 1) * Self.share, count))
      }
    }
  }

  private func run(_ positions: Range<Int>) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * Self.batch) { scratch in
      guard let places = scratch.baseAddress else { return }
      let pending = places + Self.batch
      let crowded = pending + Self.batch
      var start = positions.lowerBound
      while start < positions.upperBound {
        let count = min(Self.batch, positions.upperBound - start)
        findCells(start, count, places)
        let undecided = readTable(start, count, places, pending)
        let left = decide(start, pending, undecided, crowded)
        decideExactly(start, places, crowded, left)
        if index.sets.hasOverlaps { takeLowest(start, count) }
        start += count
      }
    }
  }

  /// The positions' cells.
  @inline(__always)
  private func findCells(_ start: Int, _ count: Int, _ places: UnsafeMutablePointer<Int32>) {
    let frame = index.frame
    let xs = xs + start
    let ys = ys + start
    for offset in 0..<count { places[offset] = frame.place(xs[offset], ys[offset]) }
    let table = index.table.base
    for offset in 0..<count { cprefetch(table + Int(places[offset])) }
  }

  /// The holders of cells without borders; returns how many positions are in others.
  @inline(__always)
  private func readTable(
    _ start: Int, _ count: Int, _ places: UnsafeMutablePointer<Int32>,
    _ pending: UnsafeMutablePointer<Int32>
  ) -> Int {
    let records = index.records.base
    let table = index.table.base
    let ids = ids + start
    var undecided = 0
    for offset in 0..<count {
      let entry = table[Int(places[offset])]
      ids[offset] = entry
      pending[undecided] = Int32(truncatingIfNeeded: offset)
      // 1 for entries up to `borderBase`, which is -2, without a branch.
      undecided &+= Int(UInt32(bitPattern: entry &+ 1) >> 31)
    }
    for number in 0..<undecided {
      let entry = ids[Int(pending[number])]
      cprefetch(records + Int(PolygonIndex.borderBase &- entry))
    }
    return undecided
  }

  /// The holders of positions in cells that a record decides; returns how many are left.
  @inline(__always)
  private func decide(
    _ start: Int, _ pending: UnsafeMutablePointer<Int32>, _ undecided: Int,
    _ crowded: UnsafeMutablePointer<Int32>
  ) -> Int {
    let records = index.records.base
    let starts = index.borders.starts.base
    let (xs, ys, ids) = (xs + start, ys + start, ids + start)
    var left = 0
    for number in 0..<undecided {
      let offset = Int(pending[number])
      let cell = Int(PolygonIndex.borderBase &- ids[offset])
      let record = records + cell
      let x = xs[offset]
      let y = ys[offset]
      let first = record.pointee.a1 * x + record.pointee.b1 * y + record.pointee.c1
      let second = record.pointee.a2 * x + record.pointee.b2 * y + record.pointee.c2
      if min(first.magnitude, second.magnitude) > CellRecord.tolerance {
        ids[offset] = first > 0 && second > 0 ? record.pointee.inside : record.pointee.outside
      } else {
        cprefetch(starts + cell)
        crowded[left] = Int32(truncatingIfNeeded: offset)
        left &+= 1
      }
    }
    return left
  }

  /// The holders of the positions that are left, by exact arithmetic over their cells' lines.
  private func decideExactly(
    _ start: Int, _ places: UnsafeMutablePointer<Int32>, _ crowded: UnsafeMutablePointer<Int32>,
    _ count: Int
  ) {
    let borders = index.borders
    for number in 0..<count {
      let cell = Int(PolygonIndex.borderBase &- ids[start + Int(crowded[number])])
      cprefetch(borders.entries.base + Int(borders.starts.base[cell].entry))
    }
    for number in 0..<count {
      let cell = Int(PolygonIndex.borderBase &- ids[start + Int(crowded[number])])
      for entry in borders.entries(cell).prefix(6) {
        cprefetch(borders.edges.base + Int(entry.edge))
      }
    }
    for number in 0..<count {
      let offset = Int(crowded[number])
      let position = start + offset
      ids[position] = borders.lowestHolder(
        Int(PolygonIndex.borderBase &- ids[position]),
        centre: index.frame.centre(ofCellAt: Int(places[offset])), xs[position], ys[position])
    }
  }

  /// Replaces numbers of sets by their lowest members.
  private func takeLowest(_ start: Int, _ count: Int) {
    for position in start..<start + count where ids[position] >= index.sets.count {
      ids[position] = index.sets.lowest(ids[position])
    }
  }
}
