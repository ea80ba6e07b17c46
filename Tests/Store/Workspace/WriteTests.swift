import CampaignData
import Foundation
import Geo
import Inspection
import Testing

@testable import Store

@Suite struct WriteTests {
  private let folder: WorkspaceFolder
  private let workspace: Workspace
  private let noon = Moment(secondsSince1970: 1_545_600_000)
  private let everything = Moment(secondsSince1970: 4_000_000_000)

  init() throws {
    folder = try WorkspaceFolder()
    workspace = try folder.workspace()
  }

  private struct Stop: Error {}

  private func site(_ id: String, _ name: String = "砖厂", knownAt: Moment? = nil) -> Site {
    Site(id: id, name: name, position: Coordinate(114.5, 38), knownAt: knownAt ?? noon)
  }

  private func add(_ sites: [Site], importedAt: Moment? = nil) throws {
    var facts = Facts()
    facts.sites = sites
    try workspace.write {
      try $0.append(facts, from: "sites.csv", importedAt: importedAt ?? noon)
    }
  }

  @Test func `a second writer is told who is writing`() throws {
    try workspace.write { _ in
      let error = try storeError { try workspace.write { _ in } }
      #expect(error?.exitCode == 75)
      #expect(error?.message.contains("process \(getpid()) since 20") == true)
      #expect(error?.nextStep.contains("again") == true)
    }
    try add([site("a")])
  }

  @Test func `an error undoes what was written before it`() throws {
    try add([site("a")])
    #expect(throws: Stop.self) {
      try workspace.write { transaction in
        var facts = Facts()
        facts.sites = [site("b")]
        try transaction.append(facts, from: "more.csv", importedAt: noon)
        #expect(try transaction.facts(asOf: noon).sites.map(\.id) == ["a", "b"])
        throw Stop()
      }
    }
    #expect(try workspace.facts(asOf: everything).sites.map(\.id) == ["a"])
  }

  @Test func `a reader beside a writer sees the state before or is told to wait`() throws {
    try add([site("a")])
    try workspace.write { transaction in
      #expect(try workspace.facts(asOf: everything).sites.map(\.id) == ["a"])
      // A small cache makes SQLite write to the file, and lock it, before the commit.
      try transaction.writer.execute(sql: "PRAGMA cache_size = 10")
      var facts = Facts()
      facts.sites = (0..<5000).map { site("b\($0)") }
      try transaction.append(facts, from: "more.csv", importedAt: noon)
      let error = try storeError { _ = try workspace.facts(asOf: everything) }
      #expect(error?.exitCode == 75)
    }
    #expect(try workspace.facts(asOf: everything).sites.count == 5001)
  }

  /// The dataset and its journal, copied in the middle of a transaction, are what a killed run
  /// leaves behind.
  @Test func `a killed run leaves the workspace as it was`() throws {
    try add([site("a")])
    let killed = folder.path(of: "killed")
    try FileManager.default.createDirectory(atPath: killed, withIntermediateDirectories: false)
    let copy = WorkspaceLayout(folder: killed)
    _ = try? workspace.write { transaction in
      // A small cache makes SQLite write to the file before the commit.
      try transaction.writer.execute(sql: "PRAGMA cache_size = 10")
      var facts = Facts()
      facts.sites = (0..<5000).map { site("b\($0)") }
      try transaction.append(facts, from: "more.csv", importedAt: noon)
      for (from, to) in [
        (workspace.layout.dataset, copy.dataset), (workspace.layout.journal, copy.journal),
        (workspace.layout.settings, copy.settings),
      ] { try FileManager.default.copyItem(atPath: from, toPath: to) }
      throw Stop()
    }
    let opened = try Workspace.open(at: killed)
    #expect(try opened.facts(asOf: everything).sites.map(\.id) == ["a"])
    #expect(!WorkspaceLayout.exists(copy.journal))
  }

  @Test func `a full disk is reported and leaves the workspace as it was`() throws {
    try add([site("a")])
    let error = try storeError {
      try workspace.write { transaction in
        let pages = try transaction.writer.query("PRAGMA page_count").first?.values.first
        guard case .integer(let count)? = pages else { throw Stop() }
        try transaction.writer.execute(sql: "PRAGMA max_page_count = \(count + 10)")
        var facts = Facts()
        facts.sites = (0..<5000).map { site("b\($0)") }
        try transaction.append(facts, from: "more.csv", importedAt: noon)
      }
    }
    #expect(error?.exitCode == 74)
    #expect(error?.description.contains("no room is left") == true)
    #expect(try workspace.facts(asOf: everything).sites.map(\.id) == ["a"])
  }

  @Test func `a later fact is invisible before it was known`() throws {
    let later = noon.adding(seconds: 3600)
    try add([site("b", "新", knownAt: later), site("a", knownAt: later)], importedAt: later)
    try add([site("b", "旧")], importedAt: later)
    #expect(try workspace.facts(asOf: noon.adding(seconds: -1)).sites.isEmpty)
    #expect(try workspace.facts(asOf: noon).sites.map(\.name) == ["旧"])
    #expect(try workspace.facts(asOf: later.adding(seconds: -1)).sites.map(\.name) == ["旧"])
    #expect(try workspace.facts(asOf: later).sites.map(\.name) == ["砖厂", "新"])
  }

  @Test func `of versions known at once the later import wins, then the later row`() throws {
    let later = noon.adding(seconds: 60)
    try add([site("a", "late import")], importedAt: later)
    try add([site("a", "early import")], importedAt: noon)
    #expect(try workspace.facts(asOf: noon).sites.map(\.name) == ["late import"])
    try add([site("a", "late import, later row")], importedAt: later)
    #expect(try workspace.facts(asOf: noon).sites.map(\.name) == ["late import, later row"])
  }

  @Test func `a value that does not fit its column is an error and nothing is written`() throws {
    let sites = try #require(Schema.table(named: "sites"))
    let values = [FieldValue](repeating: .text("x"), count: sites.columns.count - 3)
    let error = try storeError {
      try workspace.write {
        try $0.append(
          [Record(values: [.text("only one")], knownAt: noon)], to: sites, from: "f",
          importedAt: noon)
      }
    }
    #expect(error?.code == .software)
    try workspace.write {
      try $0.append(
        [Record(values: values, geometry: .point(Coordinate(114, 38)), knownAt: noon)],
        to: sites, from: "f", importedAt: noon)
    }
    #expect(try workspace.facts(asOf: noon).sites.map(\.id) == ["x"])
  }

  @Test func `a table that another program spoilt is named with row and column`() throws {
    try add([site("a")])
    try workspace.write {
      try $0.writer.execute(sql: "UPDATE sites SET known_at = 'gestern', name = NULL")
    }
    let error = try storeError { _ = try workspace.facts(asOf: Moment("9000-01-01") ?? noon) }
    #expect(error == nil)  // "gestern" sorts after every moment, so nobody knows it
    try workspace.write { try $0.writer.execute(sql: "UPDATE sites SET known_at = '2018'") }
    let second = try storeError { _ = try workspace.facts(asOf: everything) }
    #expect(second?.exitCode == 65)
    #expect(second?.column == "known_at")
    #expect(second?.row == 1)
  }
}
