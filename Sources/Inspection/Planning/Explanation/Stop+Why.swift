extension Stop {
  /// Why it is in the plan, as a sentence in Chinese and English: the visit that its township needs,
  /// its chance, the lot, or what was said by whoever added it.
  ///
  /// - Parameter facts: the facts that the plan rests on, for the township's name.
  public func why(facts: Facts) -> (zh: String, en: String) {
    if basis == .manual, let told = target.reasons.first(where: { $0.key == "manual" }) {
      return (told.zh, told.en)
    }
    let township =
      facts.townships.indices.contains(target.township) ? facts.townships[target.township] : nil
    return basis.sentence(
      .init(
        township: township.map { $0.county + $0.name }, chance: target.chance,
        inclusionProbability: inclusionProbability))
  }
}
