internal import Inspection

/// Why a row of readings cannot be used.
public enum ReadingFailure: UInt8, Error, Sendable, Hashable, CaseIterable {
  case fields, noSite, circuit, noTime, zone, time, future, noValue, value, negative, large, unit
  case closed, contradiction, tooFar, tooMany, meters

  init(_ fault: ReadingFault.Reason) {
    switch fault {
    case .contradiction: self = .contradiction
    case .tooFar: self = .tooFar
    case .tooMany: self = .tooMany
    }
  }

  /// A word for programs.
  public var key: String {
    switch self {
    case .fields: "fields"
    case .noSite: "no_site"
    case .circuit: "circuit"
    case .noTime: "no_time"
    case .zone: "no_zone"
    case .time: "time"
    case .future: "future"
    case .noValue: "no_value"
    case .value: "value"
    case .negative: "negative"
    case .large: "large"
    case .unit: "unit"
    case .closed: "other_place"
    case .contradiction: "contradiction"
    case .tooFar: "too_far"
    case .tooMany: "too_many"
    case .meters: "too_many_meters"
    }
  }

  /// The reason as a sentence without a full stop.
  public var reason: String {
    switch self {
    case .fields: "not as many fields as headings"
    case .noSite: "names no site"
    case .circuit: "unknown circuit; expected main, production or treatment (总表, 生产, 治污)"
    case .noTime: "no time"
    case .zone: "a time without its offset; write +08:00 behind it, or say --zone +08:00 for all"
    case .time: "no such day or time; write it as 2018-11-30T06:00:00+08:00"
    case .future: "a reading of the future"
    case .noValue: "no value: a gap"
    case .value: "not a number"
    case .negative: "negative: electricity fed into the grid is not use"
    case .large: "more than a million kW"
    case .unit: "unknown unit; expected W, kW, MW, Wh, kWh or MWh"
    case .closed:
      "its site stood in another place before; readings of a site stand together, or say --order time"
    case .contradiction:
      "another row says something else of the same circuit and interval; "
        + "if they are of two meters, name the meters in a column metering_point (计量点)"
    case .tooFar: "more than 200 days from the middle of the site's readings"
    case .tooMany: "more readings of one site than there can be"
    case .meters: "more than eight meters on one circuit of a site; sum them before"
    }
  }
}
