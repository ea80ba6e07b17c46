import ArgumentParser

/// Who answers for a change by hand, and why.
struct SigningOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who changes something by hand in a sealed round, or opens one early; signs with a key.",
      valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String?

  /// Both; nil unless both are given and say something.
  var both: (by: String, reason: String)? {
    guard let by = by?[...].trimmingBlanks, let reason = reason?[...].trimmingBlanks,
      !by.isEmpty, !reason.isEmpty
    else { return nil }
    return (String(by), String(reason))
  }
}
