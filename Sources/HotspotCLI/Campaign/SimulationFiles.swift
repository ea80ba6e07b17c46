import ArgumentParser
import Foundation
import Publishing
import Terminal

/// Which files a simulated campaign leaves in a folder.
struct SimulationFiles {
  /// What it can be given as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, json, html, svg
  }

  let folder: String
  let formats: [Format]
  let overwrite: Bool

  /// The name of each file with what is to stand in it.
  func texts(
    csv: String, json: String, document: ReportDocument, pictures: [ReportChart],
    language: Language
  ) -> [(name: String, text: String)] {
    formats.flatMap { format -> [(String, String)] in
      switch format {
      case .csv: [("rounds.csv", csv)]
      case .json: [("campaign.json", json)]
      case .html: [("campaign.html", ReportPage(document, language: language).html)]
      case .svg:
        pictures.map { ($0.key + ".svg", ChartPicture($0, language: language).svg) }
      }
    }
  }

  /// Throws before the work begins if the folder cannot be had or holds such files already.
  func prepare() throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(
        status: .cannotCreate, message: "the folder cannot be made", file: folder,
        hint: "Check that it is yours and that no file has its name.")
    }
    let names: [Format: String] = [
      .csv: "rounds.csv", .json: "campaign.json", .html: "campaign.html",
      .svg: "campaign-hits.svg",
    ]
    for format in formats {
      guard let name = names[format] else { continue }
      try TextDocument.check("\(folder)/\(name)", overwrite: overwrite)
    }
  }

  /// Writes the files.
  func write(_ texts: [(name: String, text: String)]) throws {
    for (name, text) in texts {
      try TextDocument(text).save(to: "\(folder)/\(name)", overwrite: overwrite)
    }
  }
}
