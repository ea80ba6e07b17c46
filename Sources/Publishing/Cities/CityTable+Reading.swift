import CampaignData
public import Foundation

extension CityTable {
  /// Reads back what `json` wrote.
  ///
  /// Throws `DecodingError` or `PublishingError` if it is something else.
  public init(json: Data) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let stored = try decoder.decode(Stored.self, from: json)
    guard let date = CalendarDate(stored.date) else {
      throw PublishingError(
        kind: .mismatch, message: "the table by city has no day",
        nextStep: "plan the day again")
    }
    self.init(date: date, round: stored.round, cities: stored.cities.map(\.standing))
  }

  private struct Stored: Decodable {
    var round: Int
    var date: String
    var cities: [StoredCity]
  }

  private struct StoredCity: Decodable {
    var code: String
    var teams: Int
    var targets: Int
    var townshipsVisited: Int
    var townshipsVisitedInRound: Int
    var townshipsPlanned: Int
    var townshipsCovered: Int
    var townships: Int
    var expectedProblems: Double

    var standing: CityStanding {
      var standing = CityStanding(code: code)
      standing.teams = teams
      standing.targets = targets
      standing.visitedEver = townshipsVisited
      standing.visitedInRound = townshipsVisitedInRound
      standing.planned = townshipsPlanned
      standing.covered = townshipsCovered
      standing.townships = townships
      standing.expected = expectedProblems
      return standing
    }
  }
}
