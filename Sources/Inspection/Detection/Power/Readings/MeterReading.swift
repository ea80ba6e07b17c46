/// One reading of one circuit as a file has it, its time and unit understood; 16 bytes.
public struct MeterReading: BitwiseCopyable, Sendable {
  /// The interval, and in the lowest six bits the meter, whether it is a register, and the circuit.
  private let key: UInt32
  /// Mean kW of the interval, or for a register the counter in kWh.
  public let value: Float
  /// What a register shows needs more digits than a Float holds: the rest, in kWh.
  public let remainder: Float
  /// The row, counted over all files from 0.
  public let row: UInt32

  /// The interval since 1970 in China Standard Time.
  public var interval: Int { Int(key >> 6) }
  /// The circuit's raw value.
  public var circuit: Int { Int(key & 3) }
  /// Which of the circuit's meters it is of, from 0.
  public var meter: Int { Int(key >> 3 & 7) }
  /// Whether the value is that of a counter, which rises.
  public var isRegister: Bool { key & 4 != 0 }
  /// What a register shows.
  public var counter: Double { Double(value) + Double(remainder) }

  /// The intervals that there is room for: of minutes up to the year 2097.
  public static let intervals = 0..<(1 << 26)
  /// The meters of a circuit that there is room for.
  public static let meters = 8

  /// Makes a reading of mean kW.
  public init(interval: Int, circuit: UInt8, meter: UInt8 = 0, value: Float, row: UInt32) {
    key = Self.key(interval, circuit, meter)
    self.value = value
    remainder = 0
    self.row = row
  }

  /// Makes a reading of a register in kWh.
  public init(interval: Int, circuit: UInt8, meter: UInt8 = 0, counter: Double, row: UInt32) {
    key = Self.key(interval, circuit, meter) | 4
    value = Float(counter)
    remainder = Float(counter - Double(Float(counter)))
    self.row = row
  }

  @inline(__always)
  private static func key(_ interval: Int, _ circuit: UInt8, _ meter: UInt8) -> UInt32 {
    UInt32(truncatingIfNeeded: interval) << 6 | UInt32(meter & 7) << 3 | UInt32(circuit & 3)
  }
}
