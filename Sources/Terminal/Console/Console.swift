package import Publishing

/// What a command says: results to standard output, everything else to standard error.
package struct Console: Sendable {
  /// The language of messages.
  package let language: Language
  /// Results as JSON.
  package let isJSON: Bool
  /// Errors only.
  package let isQuiet: Bool
  /// Also details.
  package let isVerbose: Bool

  package init(language: Language, isJSON: Bool, isQuiet: Bool, isVerbose: Bool) {
    self.language = language
    self.isJSON = isJSON
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
  }

  /// A result: its JSON with `--json`, else its text.
  package func result(_ text: @autoclosure () -> String, json: @autoclosure () -> JSONText) {
    Stream.output.write(isJSON ? json().lines(depth: 2) : text())
  }

  /// A message; silent with `--quiet`.
  package func say(zh: @autoclosure () -> String, en: @autoclosure () -> String) {
    guard !isQuiet else { return }
    Stream.error.write((language == .zh ? zh() : en()) + "\n")
  }

  /// A warning; silent with `--quiet`.
  package func warn(_ text: String) {
    guard !isQuiet else { return }
    Stream.error.write("hotspot: \(language.pick(zh: "警告", en: "warning")): \(text)\n")
  }

  /// A detail, with `--verbose`.
  package func detail(_ text: @autoclosure () -> String) {
    guard isVerbose, !isQuiet else { return }
    Stream.error.write(text() + "\n")
  }

  /// A finished step of a long command with its time.
  package func step(zh: String, en: String, seconds: Double) {
    let tenths = Int((seconds * 10).rounded())
    let time = "\(tenths / 10).\(tenths % 10) s"
    say(zh: "\(time)  \(zh)", en: "\(time)  \(en)")
  }

  /// A bar for work of a known size.
  package func progressBar(_ title: String, total: Int) -> ProgressBar {
    ProgressBar(title, total: total, isShown: showsProgress)
  }

  /// True if a person watches the progress.
  package var showsProgress: Bool { !isQuiet && !isJSON && Stream.error.isTerminal }
}
