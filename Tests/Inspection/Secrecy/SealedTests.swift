import CampaignData
import Testing

@testable import Inspection

@Suite struct SealedTests {
  private let key: SealKey
  private let label: SealLabel
  private let plain = Array("甲厂, 114.55, 38.05".utf8)

  init() throws {
    key = try #require(SealKey([UInt8](repeating: 7, count: 32), workspace: "00ff00ff00ff00ff"))
    let day = try #require(CalendarDate("2018-12-24"))
    label = SealLabel(
      workspace: "00ff00ff00ff00ff", plan: "R14-0123456789ab", part: .rows, day: day,
      releaseAt: Moment(day, hour: 6))
  }

  private func error(_ body: () throws -> Void) -> SealError? {
    do {
      try body()
      return nil
    } catch {
      return error as? SealError
    }
  }

  @Test func `what is sealed comes back, under a fresh nonce each time`() throws {
    let sealed = try Sealed(plain, as: label, with: key)
    let read = try Sealed(bytes: sealed.bytes)
    #expect(read.label == label)
    #expect(try read.opened(with: key) == plain)
    #expect(try Sealed(plain, as: label, with: key).bytes != sealed.bytes)
    #expect(try Sealed(bytes: Sealed([], as: label, with: key).bytes).opened(with: key) == [])
  }

  @Test func `the bytes are those of the format`() throws {
    let sealed = try Sealed(
      plain, as: label, with: key, nonce: [UInt8](repeating: 1, count: 12)
    ).bytes
    let text = "00ff00ff00ff00ff\nR14-0123456789ab\nrows\n2018-12-24\n2018-12-24T06:00:00+08:00"
    var expected = Array("hotspot sealed 1".utf8)
    expected += [UInt8(text.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(text.utf8)
    expected += [UInt8](repeating: 1, count: 12)
    expected += [UInt8(plain.count + 16), 0, 0, 0, 0, 0, 0, 0]
    #expect(Array(sealed.prefix(expected.count)) == expected)
    #expect(sealed.count == expected.count + plain.count + 16)
  }

  @Test func `every changed byte is found`() throws {
    let bytes = try Sealed(plain, as: label, with: key).bytes
    for place in bytes.indices {
      for change: UInt8 in [1, 0x80] {
        var changed = bytes
        changed[place] ^= change
        let found = error { _ = try Sealed(bytes: changed).opened(with: key) }
        #expect(found != nil, "byte \(place)")
      }
    }
  }

  @Test func `every cut is found, and bytes too many`() throws {
    let bytes = try Sealed(plain, as: label, with: key).bytes
    for length in bytes.indices {
      #expect(error { _ = try Sealed(bytes: Array(bytes.prefix(length))) } == .cutOff)
    }
    #expect(error { _ = try Sealed(bytes: bytes + [0]) } == .cutOff)
    #expect(error { _ = try Sealed(bytes: Array("hotspot sealed 2 xyz".utf8)) } == .newerFormat)
    #expect(error { _ = try Sealed(bytes: Array("SQLite format 3".utf8)) } == .notSealed)
  }

  @Test func `another key, plan or workspace opens nothing`() throws {
    let sealed = try Sealed(plain, as: label, with: key)
    let wrong = try #require(SealKey([UInt8](repeating: 8, count: 32), workspace: key.workspace))
    #expect(error { _ = try sealed.opened(with: wrong) } == .wrongKeyOrChanged)
    let other = try #require(SealKey([UInt8](repeating: 7, count: 32), workspace: "11"))
    #expect(error { _ = try sealed.opened(with: other) } == .misplaced)
    #expect(key.key(ofPlan: "a") != key.key(ofPlan: "b"))
    #expect(SealKey([1, 2], workspace: "11") == nil)
  }

  @Test func `what a plan was told blinds its identifier`() throws {
    let day = try #require(CalendarDate("2018-12-25"))
    let task = PlanInput(kind: .task, subject: "S1", day: day, note: "烟")
    let code = key.blinding(of: [task])
    #expect(code.count == 32 && code == key.blinding(of: [task]))
    let wrong = try #require(SealKey([UInt8](repeating: 8, count: 32), workspace: key.workspace))
    #expect(code != wrong.blinding(of: [task]) && code != key.blinding(of: []))
    var plan = Plan(
      round: 14, days: day...day, madeAsOf: Moment(day), seedCommitment: "", settingsHash: "",
      teamDays: [], coverage: [])
    let open = plan.identifier
    plan.blinding = code
    #expect(plan.identifier != open)
  }

  @Test(arguments: [
    ("at_once", nil), ("06:00", "2018-12-24T06:00:00+08:00"),
    ("23:59", "2018-12-24T23:59:00+08:00"),
  ])
  func `a release time is a time of the day itself`(text: String, moment: String?) throws {
    let release = try #require(ReleaseTime(text))
    #expect(release.moment(of: label.day)?.description == moment)
    #expect(release.text == text)
  }

  @Test(arguments: ["", "6", "24:00", "AT_ONCE", "06:00:00"])
  func `other words are no release time`(text: String) {
    #expect(ReleaseTime(text) == nil)
  }
}
