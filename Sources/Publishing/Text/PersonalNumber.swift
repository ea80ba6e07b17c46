/// A telephone or licence number of a person, as all but the planner see it.
public enum PersonalNumber {
  /// Of eleven characters or more the first three and the last four with four stars between them, as
  /// in 132****5678; of shorter ones down to eight the first and last two; else four stars alone.
  public static func masked(_ number: String) -> String {
    let length = number.count
    guard length > 0 else { return "" }
    guard length >= 8 else { return "****" }
    return length >= 11
      ? number.prefix(3) + "****" + number.suffix(4)
      : number.prefix(2) + "****" + number.suffix(2)
  }
}
