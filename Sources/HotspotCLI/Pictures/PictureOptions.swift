import ArgumentParser
import Publishing
import Terminal

/// What a picture says about itself: the same options for all commands that make one.
struct PictureOptions: ParsableArguments {
  @Option(help: "Title of a picture (.svg).") var title: String?
  @Option(help: "Where the data of a picture (.svg) are from, as their owner wants to be named.")
  var source: String?

  /// The words in a language.
  func words(_ language: Language) -> PictureWords {
    PictureWords(title: title, source: source, language: language)
  }
}
