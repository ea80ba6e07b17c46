internal import CampaignData
internal import Foundation
internal import Geo
internal import Inspection

/// A day of a plan in the table `sealed_stops`: its rows of other tables, sealed.
struct SealedRows: Sendable {
  var id: String
  var planID: String
  var day: CalendarDate
  var releaseAt: Moment
  /// What is sealed, in base 64.
  var ciphertext: String
  /// The moment that the plan rests on.
  var knownAt: Moment

  /// The table, as errors name it.
  var table: String { "table \(Self.table), \(id)" }
}

extension SealedRows: StoredFact {
  static let table = "sealed_stops"
  static let columns = ["id", "plan_id", "day", "release_at", "ciphertext"]

  var key: String { id }
  var values: [FieldValue] {
    [
      .text(id), .text(planID), .text(day.description), .moment(releaseAt), .text(ciphertext),
    ]
  }

  init(_ row: inout FactRow) throws(StoreError) {
    id = try row.text()
    planID = try row.text()
    day = try row.date()
    releaseAt = try row.moment()
    ciphertext = try row.text()
    knownAt = row.knownAt
  }

  /// A day of a plan that is being saved.
  init(
    _ pack: FactPack, plan: String, day: CalendarDate, releaseAt: Moment, knownAt: Moment,
    with key: SealKey
  ) throws(StoreError) {
    id = "\(plan)/\(day)"
    planID = plan
    self.day = day
    self.releaseAt = releaseAt
    self.knownAt = knownAt
    let label = SealLabel(
      workspace: key.workspace, plan: plan, part: .rows, day: day, releaseAt: releaseAt)
    do {
      ciphertext = Data(try Sealed(pack.bytes, as: label, with: key).bytes)
        .base64EncodedString()
    } catch {
      throw StoreError(error, in: "table \(Self.table)")
    }
  }

  /// What was sealed, proven to be of this plan and day.
  func opened(with key: SealKey) throws(StoreError) -> FactPack {
    do throws(SealError) {
      guard let data = Data(base64Encoded: ciphertext) else { throw .cutOff }
      let sealed = try Sealed(bytes: [UInt8](data))
      let label = sealed.label
      guard label.plan == planID, label.day == day, label.part == .rows,
        label.releaseAt == releaseAt
      else { throw .misplaced }
      return try FactPack(bytes: try sealed.opened(with: key))
    } catch {
      throw StoreError(error, in: table)
    }
  }
}
