import ArgumentParser

/// What a day's plan may be told beside the facts.
struct DisruptionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Teams that fall out from this day on; others of their city take over their townships.",
      valueName: "team,..."))
  var out: [String] = []

  @Option(
    help: ArgumentHelp(
      "Teams or cities (code or name) that lose the day, to weather for instance.",
      valueName: "city|team,..."))
  var lost: [String] = []

  @Option(
    help: ArgumentHelp(
      "Polygons whose sites cannot be reached that day, a closed road's surroundings for instance.",
      valueName: "file"))
  var closed: [String] = []

  @Option(
    help: ArgumentHelp(
      "A visit added by hand: a site's identifier or name, or a place in WGS-84, and a note.",
      valueName: "site|lon,lat[:note]"))
  var task: [String] = []

  @Option(
    help: ArgumentHelp(
      "The plan to start from (default: the last one of the round), or none to plan anew.",
      valueName: "plan|none"))
  var from: String?
}
