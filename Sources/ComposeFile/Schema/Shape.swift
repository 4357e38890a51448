/// What the specification allows at one place of a Compose file.
///
/// A shape may allow several kinds of value at once, as most places have a short and a long form.
indirect enum Shape: Sendable {
  /// What a scalar must be.
  enum Scalar: Sendable {
    /// Text; a number or a Boolean needs quotes.
    case text
    /// Text, a number or a Boolean.
    case any
    /// Text or a number.
    case textOrNumber
    case flag
    case integer
    case number
    case duration
    case size
    /// One of these words.
    case word([String])
  }

  case nothing
  case scalar(Scalar)
  case list(Shape)
  /// Keys that a person chooses.
  case map(Shape)
  /// Keys that the specification names; `x-` keys are allowed besides.
  case object([String: Shape], required: [String])
  /// The first shape that fits the kind of value.
  case either([Shape])
  /// Anything at all.
  case free

  static let text = Shape.scalar(.text)
  static let textOrNumber = Shape.scalar(.textOrNumber)
  static let anyScalar = Shape.scalar(.any)
  static let flag = Shape.scalar(.flag)
  static let integer = Shape.scalar(.integer)
  static let number = Shape.scalar(.number)
  static let duration = Shape.scalar(.duration)
  static let size = Shape.scalar(.size)
  static let texts = Shape.list(.text)
  static let textOrTexts = Shape.either([.text, .texts])
  static let command = Shape.either([.nothing, .text, .texts])
  /// `KEY: value` or `KEY=value`.
  static let pairs = Shape.either([.map(.either([.nothing, .anyScalar])), .list(.text)])
  static let driverOptions = Shape.map(.either([.nothing, .anyScalar]))

  static func word(_ words: String...) -> Shape { .scalar(.word(words)) }

  static func object(_ fields: [String: Shape]) -> Shape { .object(fields, required: []) }

  /// Whether a value's kind is one that this shape is about; its content is looked at afterwards.
  func fitsKind(of node: ComposeNode) -> Bool {
    switch (self, node.content) {
    case (.free, _): true
    case (.nothing, .null): true
    case (.scalar, .null), (.scalar, .sequence), (.scalar, .mapping): false
    case (.scalar, _): true
    case (.list, .sequence): true
    case (.map, .mapping), (.object, .mapping): true
    case (.either(let shapes), _): shapes.contains { $0.fitsKind(of: node) }
    default: false
    }
  }

  /// What messages say it takes.
  var phrase: String {
    switch self {
    case .free: "anything"
    case .nothing: "nothing"
    case .scalar(.text): "text"
    case .scalar(.any), .scalar(.textOrNumber): "text or a number"
    case .scalar(.flag): "true or false"
    case .scalar(.integer): "a whole number"
    case .scalar(.number): "a number"
    case .scalar(.duration): "a duration such as 1m30s"
    case .scalar(.size): "an amount such as 512m"
    case .scalar(.word(let words)): "one of \(words.joined(separator: ", "))"
    case .list: "a list"
    case .map, .object: "a mapping"
    case .either(let shapes): shapes.map(\.phrase).joined(separator: " or ")
    }
  }
}
