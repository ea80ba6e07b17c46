public import CampaignData
public import Inspection

extension StoreError {
  /// Why something sealed cannot be opened, in the words of the workspace.
  public init(_ error: SealError, in place: String) {
    switch error {
    case .newerFormat:
      self.init(
        .settings, error.description, file: place,
        nextStep: "Update hotspot, or restore a copy.")
    case .wrongKeyOrChanged:
      self.init(
        .badData, error.description, file: place,
        nextStep: "Bring the key plans.key of the machine that sealed it, or restore a copy of "
          + "the workspace.")
    case .noCipher:
      self.init(
        .unavailable, error.description, file: place,
        nextStep: "Install a libcrypto with AES-GCM (OpenSSL 1.1 or later).")
    case .notSealed, .cutOff, .misplaced:
      self.init(
        .badData, error.description, file: place,
        nextStep: "Restore a copy of the workspace, or plan again.")
    }
  }

  /// Refuses what is not released yet.
  ///
  /// Names nothing of the plan but its day.
  public static func notReleased(_ day: CalendarDate, until moment: Moment) -> StoreError {
    StoreError(
      .refused, "the plan of \(day) is released at \(moment)",
      nextStep: "Ask again then. `hotspot plan release \(day) --now --by NAME --reason TEXT` "
        + "releases it before, and is kept on record.")
  }
}
