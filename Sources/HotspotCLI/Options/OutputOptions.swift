public import ArgumentParser
import Foundation
public import Publishing

extension Language: ExpressibleByArgument {}

/// How a command speaks: the same options for all.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print results and errors as JSON.")
  var json = false

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print details too.")
  var verbose = false

  @Option(help: "Language of headings and messages: zh or en (default: from the locale).")
  var lang: Language?

  /// The console that these options ask for.
  func console(environment: [String: String] = ProcessInfo.processInfo.environment) -> Console {
    Console(
      language: lang ?? Self.language(of: environment), isJSON: json, isQuiet: quiet,
      isVerbose: verbose)
  }

  /// `HOTSPOT_LANG`, else the locale in force for messages, else English.
  static func language(of environment: [String: String]) -> Language {
    if let named = environment["HOTSPOT_LANG"].flatMap(Language.init) { return named }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .zh : .en
  }
}
