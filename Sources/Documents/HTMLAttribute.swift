extension HTML {
  /// An attribute of an element; one whose value is nil is left out.
  public struct Attribute: Sendable {
    let prefix: StaticString
    let name: StaticString
    let value: String?
    let isFlag: Bool

    private init(_ name: StaticString, _ value: String?, prefix: StaticString = "", isFlag: Bool = false) {
      self.prefix = prefix
      self.name = name
      self.value = value
      self.isFlag = isFlag
    }

    /// Any attribute that has no word of its own here.
    ///
    /// Addresses are checked as ``href(_:)`` checks them. Handlers of events, `style` and `srcdoc` are refused when the
    /// program runs: the pages' security policy forbids them.
    public static func named(_ name: StaticString, _ value: String?) -> Attribute {
      let word = name.description
      precondition(!word.hasPrefix("on") && word != "style" && word != "srcdoc", "pages have no inline code or style")
      return addresses.contains(word) ? address(name, value) : Attribute(name, value)
    }

    /// An attribute that is there or not, such as `open`.
    public static func flag(_ name: StaticString, _ isSet: Bool = true) -> Attribute {
      Attribute(name, isSet ? "" : nil, isFlag: true)
    }

    /// Where a link leads; an address that could run code is left out, and the link leads nowhere.
    public static func href(_ url: String?) -> Attribute { address("href", url) }

    /// Where a picture or script is; an address that could run code is left out.
    public static func src(_ url: String?) -> Attribute { address("src", url) }

    /// The classes, separated by spaces.
    public static func `class`(_ names: String?) -> Attribute { Attribute("class", names) }

    /// The identity of the element on the page.
    public static func id(_ value: String?) -> Attribute { Attribute("id", value) }

    /// What is shown when the pointer rests on the element.
    public static func title(_ value: String?) -> Attribute { Attribute("title", value) }

    /// An attribute for assistive technology, without its `aria-`.
    public static func aria(_ name: StaticString, _ value: String?) -> Attribute {
      Attribute(name, value, prefix: "aria-")
    }

    /// An attribute for the page's own script, without its `data-`.
    public static func data(_ name: StaticString, _ value: String?) -> Attribute {
      Attribute(name, value, prefix: "data-")
    }

    private static func address(_ name: StaticString, _ value: String?) -> Attribute {
      Attribute(name, value.flatMap { URLText.isLink($0) ? $0 : nil })
    }

    private static let addresses: Set<String> = [
      "action", "cite", "data", "formaction", "href", "ping", "poster", "src", "xlink:href",
    ]
  }
}
