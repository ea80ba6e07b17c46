import Inspection

/// What an invented visit wrote down of the problem that it found.
struct DemoProblem {
  /// Vocabulary `problem_type`.
  let type: String
  /// Vocabulary `severity`.
  let severity: String
  /// Key of the topic.
  let topic: String?

  /// Invents a problem that fits a site, always the same one for the same visit.
  init(of visit: Visit, at site: Site?) {
    let number = visit.id.utf8.reduce(17) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
    topic = site?.topics.sorted().first { $0 != "emergency" } ?? site?.topics.first
    let types = Self.types(topic: topic, isListed: site?.ledger != nil)
    type = types[number % types.count]
    severity = ["minor", "general", "general", "general", "serious"][number / 7 % 5]
  }

  private static func types(topic: String?, isListed: Bool) -> [String] {
    switch topic {
    case "scattered":
      isListed ? ["scattered_unfinished", "scattered_rebound"] : ["scattered_off_list"]
    case "industry":
      ["no_treatment", "treatment_not_running", "treatment_not_running", "exceeding", "fugitive"]
    case "kilns": ["kiln"]
    case "clean_heating": ["coal"]
    case "boilers": ["boiler"]
    case "transport": ["transport"]
    case "mines": ["mine"]
    case "dust": ["dust"]
    case "straw": ["straw"]
    case "staggered": ["staggered"]
    case "emergency": ["emergency"]
    case "complaints": ["complaint"]
    default: ["other"]
    }
  }
}
