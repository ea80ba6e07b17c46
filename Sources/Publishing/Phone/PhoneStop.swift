/// A stop on a phone's page: what is known, the way there, and what is to be filled in.
struct PhoneStop {
  let stop: PlannedStop
  let words: PhoneWords

  /// The elements of HTML.
  var lines: [String] {
    let number = stop.order
    let title = PhonePage.escaped(stop.name)
    let parts = words.route.lines(stop).map { part in
      "<dt>\(PhonePage.escaped(words.route.label(part.label)))</dt>"
        + "<dd>\(PhonePage.escaped(part.text))</dd>"
    }
    return [
      MarkupText.tag(
        "li",
        [
          ("class", "stop"), ("id", "stop-\(number)"), ("data-stop", stop.id),
          ("data-site", stop.targetID), ("data-name", stop.name), ("data-order", "\(number)"),
        ]),
      "<h2><span class=\"number\">\(number)</span> \(title)</h2>",
      MarkupText.tag(
        "a",
        [
          ("class", "button go"), ("href", stop.navigation),
          ("aria-label", "\(words.navigate): \(words.route.title(stop))"),
        ]) + PhonePage.escaped(words.navigate) + "</a>",
      "<dl>",
    ] + parts + ["</dl>"] + form + ["</li>"]
  }

  private var form: [String] {
    let outcomes = words.outcomes.map { outcome in
      MarkupText.tag("option", [("value", outcome.key)]) + PhonePage.escaped(outcome.name)
        + "</option>"
    }
    return [
      "<fieldset>",
      "<legend class=\"hidden\">\(PhonePage.escaped(words.result + ": " + words.route.title(stop)))"
        + "</legend>",
      label(
        "<input type=\"checkbox\" data-field=\"done\"> \(PhonePage.escaped(words.done))", "tick"),
      label(
        PhonePage.escaped(words.visitedAt)
          + " <input type=\"datetime-local\" data-field=\"visited\">"),
      label(
        PhonePage.escaped(words.result) + " <select data-field=\"outcome\"><option value=\"\">"
          + PhonePage.escaped(words.choose) + "</option>" + outcomes.joined() + "</select>"),
      label(
        PhonePage.escaped(words.note)
          + " <textarea data-field=\"note\" rows=\"2\" maxlength=\"2000\"></textarea>"),
      "</fieldset>",
    ]
  }

  private func label(_ content: String, _ kind: String = "field") -> String {
    "<label class=\"\(kind)\">\(content)</label>"
  }
}
