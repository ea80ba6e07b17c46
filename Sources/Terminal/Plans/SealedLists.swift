package import CampaignData
import Foundation
package import Inspection
package import Publishing
package import Store

/// Lists that lie sealed, read with the workspace's key.
package struct SealedLists {
  package let file: SealedFile
  private let sealed: Sealed

  /// Reads a sealed file without opening it; throws what is wrong with it.
  package init(_ file: SealedFile) throws {
    self.file = file
    do {
      sealed = try file.sealed()
    } catch let error as SealError {
      throw StoreError(error, in: file.path)
    }
    let name = (file.folder as NSString).lastPathComponent
    guard Self.isInPlace(sealed.label, name) else {
      throw StoreError(SealError.misplaced, in: file.path)
    }
  }

  /// True if lists of a day lie under that day's name, alone or at the end of a tour's, and others
  /// under no day's: a later day's file under an earlier name would be released too early.
  private static func isInPlace(_ label: SealLabel, _ name: String) -> Bool {
    switch label.part {
    case .rows: false
    case .whole: CalendarDate(name) == nil
    case .day:
      name == label.day.description
        || (name.hasPrefix("tour-") && name.hasSuffix("-\(label.day)"))
    }
  }

  /// What is written on it; proven only when it is opened.
  package var label: SealLabel { sealed.label }

  /// The files, opened in memory.
  package func opened(with key: SealKey) throws -> FileBundle {
    do {
      return try FileBundle(bytes: try sealed.opened(with: key))
    } catch {
      throw StoreError(error, in: file.path)
    }
  }

  /// The files, if they are released; throws `refused` before.
  package func released(in workspace: Workspace, now: Moment) throws -> FileBundle {
    guard label.releaseAt <= now else {
      throw StoreError.notReleased(label.day, until: label.releaseAt)
    }
    return try opened(with: try workspace.planKey())
  }
}
