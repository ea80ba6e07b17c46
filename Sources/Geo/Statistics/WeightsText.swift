/// Weights as the text of a `.gal` or `.gwt` file, the formats of GeoDa, PySAL and spdep.
///
/// A `.gal` holds for each feature its identifier, the number of neighbours and, on the next line,
/// theirs; a `.gwt` a line a pair: identifier, identifier, weight or distance. Both begin with the
/// number of features alone, or with `0 COUNT LAYER FIELD`.
public struct WeightsText: Sendable {
  /// Which of the two.
  public enum Format: String, Sendable, CaseIterable {
    /// Neighbours without weights.
    case gal
    /// Pairs with weights.
    case gwt
  }

  /// What is wrong with a text, and where.
  public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The line, from 1; 0 where it is about the whole.
    public var line: Int
    /// What was found and what was expected.
    public var description: String
  }

  /// How many features the first line speaks of.
  public let count: Int
  /// The field whose values are the identifiers, where the first line names one.
  public let field: String?
  /// Each feature that the text has, in its order, with its neighbours and their weights.
  public let rows: [(id: String, neighbours: [(id: String, weight: Double)])]

  /// Reads a text; O(length).
  public init(reading text: String, as format: Format) throws(Fault) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { (number: $0.offset + 1, words: $0.element.split { $0.isWhitespace }.map(String.init)) }
    lines.removeAll { $0.words.isEmpty }
    guard let head = lines.first?.words, let count = Int(head.count > 1 ? head[1] : head[0]),
      count >= 0
    else {
      throw Fault(line: 1, description: "the first line must give the number of features")
    }
    self.count = count
    field = head.count > 3 ? head[3] : nil
    let body = lines.dropFirst()
    rows = format == .gal ? try Self.gal(body) : try Self.gwt(body)
  }

  private typealias Lines = ArraySlice<(number: Int, words: [String])>
  private typealias Rows = [(id: String, neighbours: [(id: String, weight: Double)])]

  private static func gal(_ lines: Lines) throws(Fault) -> Rows {
    var rows: Rows = []
    var words: [(line: Int, word: String)] = []
    for line in lines { for word in line.words { words.append((line.number, word)) } }
    var next = 0
    while next < words.count {
      let (line, id) = words[next]
      guard next + 1 < words.count, let count = Int(words[next + 1].word), count >= 0 else {
        throw Fault(line: line, description: "after \(id) its number of neighbours is expected")
      }
      guard next + 2 + count <= words.count else {
        throw Fault(
          line: line, description: "\(id) has \(count) neighbours, but the text ends before")
      }
      let neighbours = words[next + 2..<next + 2 + count]
      rows.append((id, neighbours.map { ($0.word, 1.0) }))
      next += 2 + count
    }
    return rows
  }

  private static func gwt(_ lines: Lines) throws(Fault) -> Rows {
    var rows: Rows = []
    var places: [String: Int] = [:]
    for line in lines {
      guard line.words.count >= 3, let weight = Double(line.words[2]), weight.isFinite else {
        throw Fault(line: line.number, description: "two identifiers and a weight are expected")
      }
      let id = line.words[0]
      let place = places[id] ?? rows.count
      if place == rows.count {
        places[id] = place
        rows.append((id, []))
      }
      rows[place].neighbours.append((line.words[1], weight))
    }
    return rows
  }

  /// The weights of features given by their identifiers; those without a line have no neighbours.
  ///
  /// Throws if the text speaks of another number of features or of one that is not among them.
  public func weights(of ids: [String]) throws(Fault) -> SpatialWeights {
    guard count == ids.count else {
      throw Fault(
        line: 1, description: "weights of \(count) features, but there are \(ids.count)")
    }
    var numbers: [String: Int] = [:]
    for (number, id) in ids.enumerated() where numbers.updateValue(number, forKey: id) != nil {
      throw Fault(line: 0, description: "two features are called \(id)")
    }
    var neighbours = [[Int]](repeating: [], count: ids.count)
    var weights = [[Double]](repeating: [], count: ids.count)
    for row in rows {
      guard let number = numbers[row.id] else {
        throw Fault(line: 0, description: "no feature is called \(row.id)")
      }
      for (id, weight) in row.neighbours {
        guard let other = numbers[id] else {
          throw Fault(line: 0, description: "no feature is called \(id), a neighbour of \(row.id)")
        }
        neighbours[number].append(other)
        weights[number].append(weight)
      }
    }
    return SpatialWeights(rows: neighbours, weights: weights)
  }
}

extension SpatialWeights {
  /// The text of a file; a `.gal` leaves weights out.
  ///
  /// Identifiers must hold no spaces.
  ///
  /// - Parameters:
  ///   - format: Which format.
  ///   - ids: An identifier a feature.
  ///   - layer: The layer's name for the first line.
  ///   - field: The field that holds the identifiers; nil if they are numbers of rows.
  public func text(
    as format: WeightsText.Format, ids: [String], layer: String, field: String?
  ) -> String {
    let name = String(layer.map { $0.isWhitespace ? "_" : $0 })
    var text = field.map { "0 \(count) \(name) \($0)\n" } ?? "\(count)\n"
    for feature in 0..<count {
      let row = row(feature)
      switch format {
      case .gal:
        text += "\(ids[feature]) \(row.count)\n"
        text += row.map { ids[Int(neighbours[$0])] }.joined(separator: " ") + "\n"
      case .gwt:
        for place in row {
          text += "\(ids[feature]) \(ids[Int(neighbours[place])]) \(values[place])\n"
        }
      }
    }
    return text
  }
}
