import Geo
import Publishing

/// The parts that the API's definition is put together from.
enum OpenAPIParts {
  /// An address that is read.
  /// - Parameters:
  ///   - parameters: names of parameters that stand in `components`.
  ///   - also: parameters of its own.
  static func get(
    _ operation: String, _ summary: String, _ parameters: [String], also: [JSONText] = [],
    type: String = Link.json
  ) -> JSONText {
    let references = parameters.map { reference("parameters/\($0)") }
    let content = JSONText.object([
      .init(type, .object([.init("schema", .object([.init("type", .string("object"))]))])),
      .init(Link.html, .object([.init("schema", .object([.init("type", .string("string"))]))])),
    ])
    let answers: [JSONText.Member] = [
      .init(
        "200",
        .object([.init("description", .string(summary)), .init("content", content)])),
      .init("400", reference("responses/BadRequest")),
      .init("401", reference("responses/Unauthorized")),
      .init("404", reference("responses/NotFound")),
    ]
    return .object([
      .init(
        "get",
        .object([
          .init("operationId", .string(operation)), .init("summary", .string(summary)),
          .init("parameters", .array(references + also)), .init("responses", .object(answers)),
        ]))
    ])
  }

  /// A filter by a property.
  static func property(_ field: LayerField, _ language: Language) -> JSONText {
    let type =
      switch field.type {
      case .integer: "integer"
      case .real: "number"
      case .boolean: "boolean"
      case .text, .date, .dateTime: "string"
      }
    return parameter(
      field.key, field.heading[language], .object([.init("type", .string(type))]))
  }

  /// What the addresses refer to.
  static var components: JSONText {
    .object([
      .init("parameters", .object(parameters)), .init("responses", .object(responses)),
      .init(
        "schemas",
        .object([
          .init(
            "exception",
            .object([
              .init("type", .string("object")), .init("required", .array([.string("code")])),
              .init(
                "properties",
                .object([
                  .init("code", .object([.init("type", .string("string"))])),
                  .init("description", .object([.init("type", .string("string"))])),
                ])),
            ]))
        ])),
    ])
  }

  private static var parameters: [JSONText.Member] {
    let numbers = JSONText.object([
      .init("type", .string("array")), .init("minItems", .integer(4)),
      .init("maxItems", .integer(6)),
      .init("items", .object([.init("type", .string("number"))])),
    ])
    return [
      .init(
        "f",
        parameter(
          "f", "Form of the answer",
          .object([
            .init("type", .string("string")),
            .init("enum", .array([.string("json"), .string("html")])),
          ]))),
      .init(
        "limit",
        parameter(
          "limit", "Features in a page",
          integer(from: 1, to: ItemQuery.maximumLimit, usual: ItemQuery.usualLimit))),
      .init(
        "offset",
        parameter("offset", "Features before the page", integer(from: 0, to: nil, usual: 0))),
      .init(
        "bbox",
        parameter("bbox", "West, south, east, north in CRS84", numbers, isExploded: false)),
      .init(
        "datetime",
        parameter(
          "datetime", "A day, a moment or an interval",
          .object([.init("type", .string("string"))]))),
      .init(
        "featureId",
        parameter(
          "featureId", "A feature's id", .object([.init("type", .string("integer"))]),
          place: "path")),
    ]
  }

  private static var responses: [JSONText.Member] {
    [
      ("BadRequest", "A parameter that cannot be used"), ("Unauthorized", "No token that is good"),
      ("NotFound", "Nothing is there"),
    ].map { name, text in
      let schema = JSONText.object([.init("schema", reference("schemas/exception"))])
      return .init(
        name,
        .object([
          .init("description", .string(text)),
          .init("content", .object([.init(Link.json, schema)])),
        ]))
    }
  }

  private static func parameter(
    _ name: String, _ description: String, _ schema: JSONText, place: String = "query",
    isExploded: Bool? = nil
  ) -> JSONText {
    var members: [JSONText.Member] = [
      .init("name", .string(name)), .init("in", .string(place)),
      .init("description", .string(description)), .init("required", .bool(place == "path")),
      .init("schema", schema),
    ]
    if let isExploded {
      members += [.init("style", .string("form")), .init("explode", .bool(isExploded))]
    }
    return .object(members)
  }

  private static func integer(from least: Int, to most: Int?, usual: Int) -> JSONText {
    var members: [JSONText.Member] = [
      .init("type", .string("integer")), .init("minimum", .integer(least)),
    ]
    if let most { members.append(.init("maximum", .integer(most))) }
    return .object(members + [.init("default", .integer(usual))])
  }

  private static func reference(_ place: String) -> JSONText {
    .object([.init("$ref", .string("#/components/\(place)"))])
  }
}
