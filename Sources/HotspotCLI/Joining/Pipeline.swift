import Terminal

/// Work on a file in blocks: while one is written, the next is read.
enum Pipeline {
  /// Reads and writes all blocks, two of which are used in turn.
  ///
  /// - Parameters:
  ///   - blocks: Two empty blocks.
  ///   - read: Fills a block; false at the end.
  ///   - write: Writes a block; called for each that was filled, in order.
  static func run<Block>(
    _ blocks: (Block, Block), read: (Block) throws -> Bool, write: (Block) throws -> Void
  ) throws {
    var (filled, empty) = blocks
    var isMore = try read(filled)
    while isMore {
      try Interruption.check()
      (_, isMore) = try SideBySide.run({ try write(filled) }, { try read(empty) })
      swap(&filled, &empty)
    }
  }
}
