import NIOCore
import NIOHTTPTypes

/// Closes a connection whose request is not there as a whole in time, or has a body of any size.
///
/// A client that sends a byte now and then would otherwise hold its connection for ever.
final class RequestDeadline: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart

  private let limit: TimeAmount
  private var deadline: Scheduled<Void>?
  private var received = 0

  /// Bytes of a body that are read and forgotten.
  private static let mostBytes = 65_536

  init(_ limit: TimeAmount) { self.limit = limit }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      received = 0
      let channel = context.channel
      deadline = context.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
    case .body(let bytes):
      received += bytes.readableBytes
      if received > Self.mostBytes {
        context.close(promise: nil)
        return
      }
    case .end:
      deadline?.cancel()
      deadline = nil
    }
    context.fireChannelRead(data)
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }
}
