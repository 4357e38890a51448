/// Gathers every text of a step that may hold placeholders, and leaves the step as it is.
struct TemplateCollector: TextFiller {
  private(set) var templates: [Template] = []

  mutating func prose(_ text: Template) -> Template { collect(text) }
  mutating func shell(_ text: Template) -> Template { collect(text) }
  mutating func value(_ text: Template) -> Template { collect(text) }
  mutating func words(_ text: Template) -> [Template] { [collect(text)] }
  mutating func host(_ text: Template, line: Int) -> Template { collect(text) }
  mutating func user(_ text: Template) -> Template { collect(text) }

  private mutating func collect(_ text: Template) -> Template {
    templates.append(text)
    return text
  }
}
