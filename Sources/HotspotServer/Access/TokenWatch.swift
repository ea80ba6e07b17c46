import Logging
import Store

/// Reads the tokens anew when their file has changed, so that a token revoked is not let in any
/// more a second later.
struct TokenWatch: Sendable {
  let live: LiveTokens
  let folder: String
  /// The stamp of the file from before the tokens in force were read.
  let start: FileStamp?
  let logger: Logger

  /// Looks until it is cancelled.
  func run() async {
    let path = TokenFile.path(in: folder)
    var seen = start
    while (try? await Task.sleep(for: .seconds(1))) != nil {
      let stamp = FileStamp(of: path)
      guard stamp != seen else { continue }
      do {
        live.replace(with: try TokenFile(workspace: try Workspace.open(at: folder)).table())
        seen = stamp
      } catch {
        // Whoever was let in by a file that cannot be read any more is not let in.
        live.replace(with: TokenTable())
        logger.error("the tokens cannot be read: nobody is let in: \(error)")
      }
    }
  }
}
