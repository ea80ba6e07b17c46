internal import Inspection

/// Numbers the meters of each circuit of each site in the order in which they come.
///
/// A class, so that all files of a run share one.
final class MeterNumbers {
  private struct Circuit: Hashable {
    let site: Int32
    let circuit: UInt8
  }

  private var meters: [Circuit: [[UInt8]]] = [:]
  private var last: (circuit: Circuit, name: [UInt8], number: UInt8)?

  /// The number of a meter, from 0; nil where the circuit has more than there is room for.
  func number(
    of bytes: UnsafePointer<UInt8>, _ name: Range<Int>, site: Int32, circuit: UInt8
  ) -> UInt8? {
    let place = Circuit(site: site, circuit: circuit)
    if let last, last.circuit == place, KnownWords<UInt8>.isSame(last.name, bytes, name) {
      return last.number
    }
    var names = meters[place] ?? []
    let number = names.firstIndex { KnownWords<UInt8>.isSame($0, bytes, name) } ?? names.count
    guard number < MeterReading.meters else { return nil }
    if number == names.count {
      names.append(Array(UnsafeBufferPointer(start: bytes + name.lowerBound, count: name.count)))
      meters[place] = names
    }
    last = (place, names[number], UInt8(number))
    return UInt8(number)
  }
}
