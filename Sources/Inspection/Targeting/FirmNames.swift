/// The names that complaints give, as `FirmName` spells them, and who bears them.
struct FirmNames: Sendable {
  /// For every complaint: the number of the name that it gives, -1 for none.
  var complaints: [Int32]
  /// For every site: the number of its name if a complaint gives it, else -1.
  var sites: [Int32]

  /// Takes numbers that are known.
  init(complaints: [Int32], sites: [Int32]) {
    self.complaints = complaints
    self.sites = sites
  }

  /// Numbers the names that complaints give.
  init(complaints: [Complaint], sites: [Site]) {
    var numbers: [String: Int32] = [:]
    self.complaints = complaints.map { complaint in
      guard let target = complaint.target, !target.isEmpty else { return -1 }
      let key = FirmName.key(target)
      guard !key.isEmpty else { return -1 }
      let number = numbers[key] ?? Int32(numbers.count)
      numbers[key] = number
      return number
    }
    let known = numbers
    self.sites = sites.map { known.isEmpty ? -1 : known[FirmName.key($0.name)] ?? -1 }
  }

  /// How many numbers there are.
  var count: Int { Int(complaints.max() ?? -1) + 1 }
}
