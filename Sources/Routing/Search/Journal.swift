/// The rows of a schedule as they were before the first change of each.
struct Journal {
  let stops: UnsafeMutablePointer<Int32>
  let count: UnsafeMutablePointer<Int32>
  let isSaved: UnsafeMutablePointer<Bool>
  /// The shifts that have changed, in the order of their first change.
  let shifts: UnsafeMutablePointer<Int32>
  var shiftCount = 0

  init(_ model: Model) {
    stops = .allocate(capacity: max(1, model.shiftCount * model.stride))
    count = .allocate(capacity: max(1, model.shiftCount))
    shifts = .allocate(capacity: max(1, model.shiftCount))
    isSaved = .allocate(capacity: max(1, model.shiftCount))
    isSaved.initialize(repeating: false, count: max(1, model.shiftCount))
  }

  func free() {
    stops.deallocate()
    count.deallocate()
    shifts.deallocate()
    isSaved.deallocate()
  }
}
