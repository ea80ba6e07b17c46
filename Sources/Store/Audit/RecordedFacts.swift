public import CampaignData
internal import Geo
public import Inspection

/// Facts of a moment whose text the record keeps.
public struct RecordedFacts: Sendable {
  /// The facts.
  public let facts: Facts
  /// The list of their text.
  public let manifest: InputManifest
  /// The hash of that list.
  public let hash: String
}

extension Workspace {
  /// The facts known by a moment, kept as text in `audit/objects` on the way; what is there already
  /// is not written again.
  ///
  /// Throws as ``facts(asOf:)`` and what writing throws.
  public func recordedFacts(asOf moment: Moment) throws -> RecordedFacts {
    let (facts, chunks) = try chunkedFacts(asOf: moment)
    let objects = try auditRecord().objects
    var parts: [InputManifest.Part] = []
    for chunk in chunks {
      parts.append(
        InputManifest.Part(
          table: chunk.table, day: chunk.day, rows: chunk.rows,
          hash: try objects.keep(chunk.bytes)))
    }
    let manifest = InputManifest(asOf: moment, parts: parts)
    let hash = try objects.keep(Array(manifest.text.utf8))
    return RecordedFacts(facts: facts, manifest: manifest, hash: hash)
  }

  /// The list of the facts that the tables have now, of those known by a moment; nothing is kept.
  func manifestOfTables(asOf moment: Moment) throws -> InputManifest {
    let chunks = try chunkedFacts(asOf: moment).chunks
    return InputManifest(
      asOf: moment,
      parts: chunks.map {
        InputManifest.Part(
          table: $0.table, day: $0.day, rows: $0.rows, hash: SHA256.hexadecimal(of: $0.bytes))
      })
  }

  private func chunkedFacts(
    asOf moment: Moment
  ) throws -> (facts: Facts, chunks: [FactChunks.Chunk]) {
    let chunks = FactChunks()
    do {
      var source = TableReader(dataset: layout.dataset)
      var reader = FactReader(asOf: moment, dataset: layout.dataset)
      reader.chunks = chunks
      return (try reader.facts(from: &source), chunks.chunks)
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
  }
}
