import Testing

@testable import Inspection

@Suite struct RecordChainTests {
  private let lines: [String]

  init() {
    let entries = (1...6).map { #"{"at":"2018-12-\#(20 + $0)","note":"第\#($0)条"}"# }
    lines = RecordChain([]).following(entries).map(\.text)
  }

  private func chain(_ lines: [String]) -> RecordChain {
    RecordChain(Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  @Test func `a record reads back and goes on`() {
    let read = chain(lines)
    #expect(read.faults.isEmpty && read.lines.map(\.text) == lines)
    let next = read.following(["{}"])
    #expect(next[0].number == 7 && next[0].previous == read.head)
    #expect(chain(lines + next.map(\.text)).faults.isEmpty)
    #expect(RecordChain([]).head == RecordLine.start)
  }

  /// `printf '%s' '{"number":1,"previous":"000…0","entry":{}' | sha256sum` (64 zeros).
  @Test func `a line's hash can be had with other programs`() {
    let line = RecordLine(number: 1, previous: RecordLine.start, entry: "{}")
    #expect(line.hash == "55e7e8751bedda52fd5cd7c07e4f7b52753e549c0d0ac43a0a5acca1b4a86704")
    #expect(line.text.hasSuffix(#","entry":{},"hash":"\#(line.hash)"}"#))
  }

  @Test func `any byte that is changed is found`() {
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    for place in bytes.indices {
      for change: UInt8 in [1, 0x20, 0x80] {
        var other = bytes
        other[place] ^= change
        #expect(!RecordChain(other).faults.isEmpty, "byte \(place)")
      }
    }
  }

  @Test func `a line dropped, inserted, doubled or moved is found`() {
    for place in lines.indices.dropLast() {
      var dropped = lines
      dropped.remove(at: place)
      #expect(!chain(dropped).faults.isEmpty)
      var doubled = lines
      doubled.insert(lines[place], at: place)
      #expect(!chain(doubled).faults.isEmpty)
      var moved = lines
      moved.swapAt(place, place + 1)
      #expect(!chain(moved).faults.isEmpty)
      var inserted = lines
      let forged = RecordLine(
        number: place + 1, previous: chain(lines).lines[place].previous, entry: "{}")
      inserted.insert(forged.text, at: place)
      #expect(!chain(inserted).faults.isEmpty)
    }
  }

  @Test func `lines cut off at the end are found by a hash that was published`() {
    let hash = chain(lines).lines[4].hash
    let paper = hash.uppercased().enumerated().map { $0 % 8 == 7 ? "\($1) " : "\($1)" }.joined()
    #expect(chain(lines).line(named: paper)?.number == 5)
    #expect(chain(lines).line(named: String(hash.prefix(32)))?.number == 5)
    #expect(chain(Array(lines.prefix(4))).line(named: paper) == nil)
    #expect(chain(lines).line(named: String(hash.prefix(31))) == nil)
  }

  @Test func `a line without its end is told`() {
    let torn = Array((lines[0] + "\n" + lines[1].prefix(20)).utf8)
    #expect(RecordChain(torn).faults == [.torn] && RecordChain(torn).lines.count == 1)
  }
}
