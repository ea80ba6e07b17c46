public import ArgumentParser
public import Geo

extension EmergingHotspots.Comparison: ExpressibleByArgument {}

/// What emerging hot spots need to know beside the rest.
struct EmergingOptions: ParsableArguments {
  @Option(help: "emerging: column of the time; each row is of one feature (--id) and time.")
  var time: String?
  @Option(help: "emerging: length of slices, as in 7d, week, month, year (default: each time).")
  var slice: SliceLength?
  @Option(help: "emerging: columns of the slices, a,b,c, instead of --field and --time.")
  var fields: String?
  @Option(help: "emerging: polygons of the rows, known by --id, or else by where points lie.")
  var areas: String?
  @Option(help: "emerging: value of slices without a row (default: missing; of points 0).")
  var fill: Double?
  @Option(help: "emerging: how many slices before its own a neighbourhood takes in.")
  var lags = 1
  @Option(help: "emerging: what neighbourhoods are compared with: cube, window or slice.")
  var compare = EmergingHotspots.Comparison.cube

  /// The columns of the slices.
  var columns: [String]? {
    fields.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  /// True if anything is said that only emerging hot spots know.
  private var isUsed: Bool {
    time != nil || slice != nil || fields != nil || areas != nil || fill != nil || lags != 1
      || compare != .cube
  }

  /// Throws for options that do not go together; `field` and `id` are those of the command.
  func check(isEmerging: Bool, field: String?, id: String?) throws {
    guard isEmerging else {
      if isUsed {
        throw ValidationError("--time, --fields, --areas and the like need --method emerging")
      }
      return
    }
    guard (0...1000).contains(lags) else {
      throw ValidationError("--lags must lie between 0 and 1000")
    }
    if let columns {
      guard field == nil, time == nil, areas == nil, slice == nil else {
        throw ValidationError("--fields stands alone, without --field, --time, --slice, --areas")
      }
      guard columns.count > 1, Set(columns).count == columns.count else {
        throw ValidationError("--fields needs two columns or more, each once, as in a,b,c")
      }
      return
    }
    guard time != nil else {
      throw ValidationError("--method emerging needs --time, or --fields with a column a slice")
    }
    if areas == nil, id == nil {
      throw ValidationError("--id must name the column that tells features apart, or take --areas")
    }
    if field == nil, areas == nil || id != nil {
      throw ValidationError("--field must name the column of the values")
    }
  }
}

/// How long a slice of time is.
enum SliceLength: Sendable, Hashable, ExpressibleByArgument {
  case days(Int)
  case month
  case year

  /// Reads `7d`, `day`, `week`, `month` or `year`.
  init?(argument: String) {
    switch argument.lowercased() {
    case "day": self = .days(1)
    case "week": self = .days(7)
    case "month": self = .month
    case "year": self = .year
    case let text:
      guard text.hasSuffix("d"), let days = Int(text.dropLast()), (1...36_600).contains(days) else {
        return nil
      }
      self = .days(days)
    }
  }

  static let allValueStrings = ["7d", "day", "week", "month", "year"]
}
