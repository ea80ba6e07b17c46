import CampaignData
import Foundation
import Inspection
import Publishing
import Store
import Terminal

/// Puts a plan's lists in their place: a folder, or one sealed file until their release.
struct PlanDelivery {
  private let plan: Plan
  /// How days are sealed; nil: not at all.
  let sealing: PlanSealing?

  init(_ plan: Plan, sealing: PlanSealing?) {
    self.plan = plan
    self.sealing = sealing
  }

  /// True if lists of a day must not tell of later days.
  var isSecret: Bool { sealing != nil }

  /// True if what is released with a day is sealed until then.
  func seals(_ day: CalendarDate) -> Bool { sealing?.releaseMoment(of: day) != nil }

  /// Writes lists that are released with a day; gives back the folder or the sealed file.
  ///
  /// What an earlier plan left sealed in the same place goes.
  func deliver(
    _ part: SealLabel.Part, day: CalendarDate, to folder: String, _ files: FileBundle
  ) throws -> String {
    let file = SealedFile(of: folder)
    guard let sealing, let moment = sealing.releaseMoment(of: day) else {
      try files.write(to: folder)
      try file.remove()
      return folder
    }
    let label = SealLabel(
      workspace: sealing.key.workspace, plan: plan.identifier, part: part, day: day,
      releaseAt: moment)
    do {
      try file.write(files, as: label, with: sealing.key)
    } catch let error as SealError {
      throw StoreError(error, in: file.path)
    }
    return file.path
  }

  /// Says until when lists are sealed, and what of earlier lists can be read all the same.
  func tell(_ place: String, _ console: Console) {
    guard let sealing, place.hasSuffix(".sealed") else { return }
    console.say(
      zh: "清单已加密，到公布时刻（\(sealing.release.text)）可读；密钥不在工作空间内",
      en: "The lists are sealed until each day's \(sealing.release.text); the key lies outside the "
        + "workspace.")
    let folder = String(place.dropLast(".sealed".count))
    if FileManager.default.fileExists(atPath: folder) {
      console.warn(
        console.language.pick(
          zh: "\(folder) 中仍有较早计划的明文清单",
          en: "\(folder) still holds lists of an earlier plan that anybody can read"))
    }
  }
}
