import Geo
import Glibc

/// Reading rows and positions from delimited text: how many a core reads in a second.
@main struct Csv {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let path = arguments.first else {
      print("usage: Csv FILE [RUNS]: a CSV with the position in its second and third field")
      exit(64)
    }
    let runs = arguments.dropFirst().first.flatMap { Int($0) } ?? 5
    var least = Double.infinity
    var rows = 0
    var sum = 0.0
    for _ in 0..<runs {
      let start = cpuSeconds()
      (rows, sum) = try scan(path)
      least = min(least, cpuSeconds() - start)
    }
    print("rows \(rows)  \(least) CPU s  \(Double(rows) / least / 1e6) M rows/core-s  sum \(sum)")
  }

  private static func scan(_ path: String) throws -> (rows: Int, sum: Double) {
    var reader = try DelimitedReader(path: path)
    reader.setPosition(x: 1, y: 2)
    let block = RowBlock()
    var rows = 0
    var sum = 0.0
    while try reader.read(into: block) {
      rows += block.count
      block.withPositions { xs, ys in
        for row in xs.indices where xs[row].isFinite { sum += xs[row] + ys[row] }
      }
    }
    return (rows, sum)
  }

  private static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
