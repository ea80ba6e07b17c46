import Foundation
import Testing

@testable import Store

@Suite struct WorkspaceLockTests {
  private let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("hotspot-lock-\(UUID().uuidString)").path

  @Test func `a lock is held by one at a time`() throws {
    defer { unlink(path) }
    do {
      let lock = try WorkspaceLock(path: path, of: "/w")
      let error = #expect(throws: StoreError.self) {
        _ = try WorkspaceLock(path: path, of: "/w")
      }
      #expect(error?.code == .busy && error?.message.contains("process \(getpid())") == true)
      _ = consume lock
    }
    _ = try WorkspaceLock(path: path, of: "/w")
  }

  @Test func `a descriptor that a starting program still has keeps no lock`() throws {
    defer { unlink(path) }
    var copies: [Int32] = []
    defer { copies.forEach { close($0) } }
    do {
      let lock = try WorkspaceLock(path: path, of: "/w")
      // Between fork and exec a program has every descriptor: here they are copied.
      for name in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
        let file = try? FileManager.default.destinationOfSymbolicLink(
          atPath: "/proc/self/fd/\(name)")
        if file == path, let descriptor = Int32(name) { copies.append(dup(descriptor)) }
      }
      _ = consume lock
    }
    #expect(!copies.isEmpty)
    _ = try WorkspaceLock(path: path, of: "/w")
  }
}
