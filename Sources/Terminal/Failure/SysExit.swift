/// How the program ends, after `sysexits.h`.
package enum SysExit: Int32, Sendable, CaseIterable {
  /// Done.
  case done = 0
  /// Wrong arguments.
  case usage = 64
  /// What was read is wrong.
  case badData = 65
  /// An input is missing or cannot be read.
  case inputMissing = 66
  /// Something that the work needs is not installed.
  case unavailable = 69
  /// Our fault.
  case software = 70
  /// An output cannot be made.
  case cannotCreate = 73
  /// Reading or writing failed on the way.
  case inputOutput = 74
  /// Somebody else is writing; trying again later helps.
  case busy = 75
  /// It may not be read yet.
  case refused = 77
  /// A setting is wrong.
  case settings = 78
  /// Interrupted by the user.
  case interrupted = 130
}
