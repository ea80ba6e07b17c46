import Inspection

extension Target {
  /// The reasons in one line, strongest first.
  func reasonsText(_ language: Language) -> String {
    reasons.map { language.pick(zh: $0.zh, en: $0.en) }.joined(separator: "; ")
  }

  /// The sites near a search or patrol in one line, as in `甲厂 420 m 45°; 乙厂 910 m 310°`.
  var nearbyText: String {
    nearby.map { site in
      let distance = Decimal.text(site.distance, places: 0)
      // 359.6 is shown as 0, never as 360.
      let bearing = Int(Decimal.text(site.bearing, places: 0)).map { $0 % 360 } ?? 0
      return "\(site.name) \(distance) m \(bearing)°"
    }.joined(separator: "; ")
  }
}

extension Facts {
  /// The township of an index as targets and coverage keep it; nil for -1, outside all.
  func township(at index: Int) -> Township? {
    townships.indices.contains(index) ? townships[index] : nil
  }
}
