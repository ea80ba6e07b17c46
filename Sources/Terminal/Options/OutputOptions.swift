public import ArgumentParser
import Foundation
public import Publishing

extension Language: ExpressibleByArgument {}

/// How a command speaks: the same options for all.
package struct OutputOptions: ParsableArguments {
  @Flag(help: "Print results and errors as JSON.")
  package var json = false

  @Flag(name: .shortAndLong, help: "Print errors only.")
  package var quiet = false

  @Flag(name: .shortAndLong, help: "Print details too.")
  package var verbose = false

  @Option(help: "Language of headings and messages: zh or en (default: from the locale).")
  package var lang: Language?

  package init() {}

  /// The console that these options ask for.
  package func console(environment: [String: String] = ProcessInfo.processInfo.environment)
    -> Console
  {
    Console(
      language: lang ?? Self.language(of: environment), isJSON: json, isQuiet: quiet,
      isVerbose: verbose)
  }

  /// `HOTSPOT_LANG`, else the locale in force for messages, else English.
  package static func language(of environment: [String: String]) -> Language {
    if let named = environment["HOTSPOT_LANG"].flatMap(Language.init) { return named }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .zh : .en
  }
}
