import CGDAL

/// A request to a web service, sent by the library through which GDAL reads the web (libcurl).
public struct WebRequest: Sendable, Hashable {
  /// The address, `http://` or `https://`, with its query.
  public var address: String
  /// JSON to post; nil asks by GET.
  public var json: String?
  /// Seconds after which an answer is no longer waited for.
  public var timeout: Int

  /// Makes a request.
  public init(_ address: String, json: String? = nil, timeout: Int) {
    self.address = address
    self.json = json
    self.timeout = timeout
  }

  /// Sends the request and waits for the answer, once; may be called from any thread.
  ///
  /// An answer that refuses (status 400 and above) is an answer.
  /// - Throws: ``WebError`` if there is none.
  public func send() throws(WebError) -> WebAnswer {
    var settings = ["TIMEOUT": "\(timeout)", "CONNECTTIMEOUT": "\(min(timeout, 10))"]
    if let json {
      settings["POSTFIELDS"] = json
      settings["HEADERS"] = "Content-Type: application/json"
    }
    let options = GDALOptions(settings)
    let messages = GDALMessages()
    let result = messages.collect { CPLHTTPFetch(address, options.pointer) }
    guard let result else {
      throw WebError(address: address, isLate: false, cause: messages.takeFailure() ?? "")
    }
    defer { CPLHTTPDestroyResult(result) }
    let words = result.pointee.pszErrBuf.map { String(cString: $0) } ?? ""
    let body = Self.bytes(result.pointee)
    if let status = Self.status(in: words) { return WebAnswer(status: status, body: body) }
    guard result.pointee.nStatus == 0, words.isEmpty else {
      throw WebError(
        address: address, isLate: result.pointee.nStatus == Self.timedOut, cause: words)
    }
    return WebAnswer(status: 200, body: body)
  }

  /// libcurl's CURLE_OPERATION_TIMEDOUT.
  private static let timedOut: Int32 = 28

  /// The status that GDAL puts into words, as in "HTTP error code : 404".
  private static func status(in words: String) -> Int? {
    guard words.hasPrefix("HTTP error code"), let colon = words.lastIndex(of: ":") else {
      return nil
    }
    return Int(words[words.index(after: colon)...].drop { $0 == " " })
  }

  private static func bytes(_ result: CPLHTTPResult) -> [UInt8] {
    guard let data = result.pabyData, result.nDataLen > 0 else { return [] }
    return Array(UnsafeBufferPointer(start: data, count: Int(result.nDataLen)))
  }
}

/// What a web service answered.
public struct WebAnswer: Sendable, Hashable {
  /// The status of HTTP; 200 for any below 400.
  public var status: Int
  /// The bytes of the answer.
  public var body: [UInt8]

  /// Makes an answer.
  public init(status: Int, body: [UInt8]) {
    self.status = status
    self.body = body
  }
}

/// No answer from a web service.
public struct WebError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where it was asked for.
  public var address: String
  /// Whether time ran out.
  public var isLate: Bool
  /// libcurl's own words.
  public var cause: String

  /// One sentence without the query.
  public var description: String {
    let place = address.split(separator: "?").first ?? ""
    return isLate
      ? "\(place) did not answer in time" : "\(place) cannot be reached (\(cause))"
  }
}
