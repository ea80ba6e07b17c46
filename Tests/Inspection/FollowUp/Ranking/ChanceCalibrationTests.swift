import CampaignData
import Testing

@testable import Inspection

@Suite struct ChanceCalibrationTests {
  private func visit(
    _ chance: Double?, hit: Bool, points: Double = 1, couldFind: Bool = true
  ) -> JudgedVisit {
    JudgedVisit(
      id: "", teamID: "T", round: 13, day: CalendarDate(daysSince1970: 17_875), chance: chance,
      couldFind: couldFind, problems: hit ? 1 : 0, points: hit ? points : 0)
  }

  /// Visits of which a known part are hits, at two chances.
  private func past(_ low: Int, _ high: Int, of each: Int) -> [JudgedVisit] {
    (0..<each).map { visit(0.1, hit: $0 < low) } + (0..<each).map { visit(0.4, hit: $0 < high) }
  }

  @Test func `chances become the rates that past visits had`() {
    let calibration = ChanceCalibration(past(60, 200, of: 1000))
    #expect(abs(calibration.chance(of: visit(0.1, hit: false)) - 0.06) < 1e-6)
    #expect(abs(calibration.chance(of: visit(0.4, hit: false)) - 0.2) < 1e-6)
  }

  @Test func `with few hits only the level is corrected, with none nothing`() {
    let few = ChanceCalibration(past(2, 8, of: 100))
    #expect(few.slope == 1)
    let sum = past(0, 0, of: 100).reduce(0) { $0 + few.chance(of: $1) }
    #expect(abs(sum - 10) < 1e-6)
    let none = ChanceCalibration(past(0, 0, of: 100))
    #expect(abs(none.chance(of: visit(0.4, hit: false)) - 0.4) < 1e-9)
    #expect(none.worth.map(\.points) == [1])
  }

  @Test func `visits without a chance have the rate of their like, refused ones none`() {
    let calibration = ChanceCalibration(
      past(60, 200, of: 1000) + [visit(nil, hit: true), visit(nil, hit: false)])
    #expect(calibration.chance(of: visit(nil, hit: false)) == 0.5)
    #expect(calibration.chance(of: visit(0.4, hit: false, couldFind: false)) == 0)
    #expect(ChanceCalibration([]).chance(of: visit(nil, hit: false)) == 0)
  }

  @Test func `points vary more widely than counts`() {
    let calibration = ChanceCalibration([
      visit(0.5, hit: true, points: 0.5), visit(0.5, hit: true, points: 2),
      visit(0.5, hit: true, points: 0.5), visit(0.5, hit: false),
    ])
    #expect(calibration.meanWorth == 1 && calibration.spread == 1.5)
  }
}
