/// How text becomes search terms.
///
/// `site/scripts/tokens.js` does the same to what a person types; `Tests/PortalTests/tokens.json` holds them together.
public enum Tokens {
  /// All terms of a text, in order: each word as it stands, and its parts.
  public static func terms(_ text: String) -> [String] {
    words(text).flatMap(expand)
  }

  /// Lower case, without accents.
  public static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var folded = ""
    for scalar in text.unicodeScalars where !isCombining(scalar) {
      for small in scalar.properties.lowercaseMapping.unicodeScalars where !isCombining(small) {
        if let plain = folds[small] { folded += plain } else { folded.unicodeScalars.append(small) }
      }
    }
    return folded
  }

  /// The words of a text as they stand: runs of letters, digits and the joiners between them.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func close() {
      while let last = word.last, isJoiner(last) { word.removeLast() }
      if !word.isEmpty { words.append(String(word)) }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if isAlphanumeric(scalar) {
        word.append(scalar)
      } else if isJoiner(scalar) {
        if !word.isEmpty { word.append(scalar) }
      } else if !isCombining(scalar) {
        close()
      }
    }
    close()
    return words
  }

  /// A word and its parts, folded: `192.168.10.250:6443` also as `192.168.10.250` and `6443`.
  static func expand(_ word: String) -> [String] {
    var terms = [fold(word)]
    func add(_ part: some StringProtocol) {
      let term = fold(String(part))
      if !term.isEmpty, !terms.contains(term) { terms.append(term) }
    }
    for outer in word.split(whereSeparator: { $0 == "/" || $0 == ":" || $0 == "@" }) {
      add(outer)
      if outer.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) { continue }
      for inner in outer.split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == "." }) {
        add(inner)
        for hump in humps(inner) { add(hump) }
      }
    }
    return terms
  }

  /// `NginxDown` as `Nginx`, `Down`.
  private static func humps(_ piece: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = piece.startIndex
    var before: Unicode.Scalar?
    for index in piece.unicodeScalars.indices {
      let scalar = piece.unicodeScalars[index]
      if isUpper(scalar), let before, isLowerOrNumber(before) {
        parts.append(piece[start..<index])
        start = index
      }
      before = scalar
    }
    parts.append(piece[start...])
    return parts
  }

  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "_", ".", "/", ":", "@": true
    default: false
    }
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  private static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.generalCategory == .uppercaseLetter
  }

  private static func isLowerOrNumber(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .decimalNumber, .letterNumber, .otherNumber: return true
    default: return false
    }
  }

  private static let folds: [Unicode.Scalar: String] = {
    let groups = [
      "aàáâãäåāăą", "cçćč", "dďđ", "eèéêëēėęě", "gğ", "iìíîïīı", "lľł", "nñńň", "oòóôõöøōő", "rř", "sśşšș", "tťț",
      "uùúûüūůű", "yýÿ", "zźżž",
    ]
    var folds: [Unicode.Scalar: String] = ["ß": "ss", "æ": "ae", "œ": "oe"]
    for group in groups {
      let plain = String(group.prefix(1))
      for accented in group.unicodeScalars.dropFirst() { folds[accented] = plain }
    }
    return folds
  }()
}
