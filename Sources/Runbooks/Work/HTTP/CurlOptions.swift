/// Options in the words of curl's configuration, which it reads on its standard input.
struct CurlOptions {
  /// The configuration so far.
  private(set) var text = ""

  /// Adds options that take no value.
  mutating func add(flags: String...) { for flag in flags { text += flag + "\n" } }

  /// Adds an option, its value escaped.
  mutating func add(_ option: String, _ value: String) {
    var quoted = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": quoted += "\\\\"
      case "\"": quoted += "\\\""
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0B}": quoted += "\\v"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    text += "\(option) = \"\(quoted)\"\n"
  }
}
