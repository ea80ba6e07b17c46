/// What is wrong with a record's chain.
public enum ChainFault: Sendable, Hashable {
  /// The line is no line of a record, or something in it was changed after it was written.
  case changed(line: Int)
  /// The line does not follow the one before: a line was dropped, inserted or moved here.
  case broken(line: Int)
  /// The last line has no end: a run was killed while writing, or something was cut off.
  case torn

  /// In words.
  public var text: (zh: String, en: String) {
    switch self {
    case .changed(let line):
      ("第 \(line) 行被改动，或不是记录", "line \(line) was changed, or is no line of a record")
    case .broken(let line):
      (
        "第 \(line) 行与前一行不相连：有记录被删除、插入或移动",
        "line \(line) does not follow the one before: a line was dropped, inserted or moved"
      )
    case .torn: ("最后一行不完整", "the last line has no end")
    }
  }
}
