/// Finds aliases that stand as keys.
///
/// A parser compares keys to find those that stand twice, and so walks all that an alias stands for before anything can be
/// counted. Nobody writes such keys, apart from those who try to bring a parser down.
enum AliasScan {
  /// The first line with `*name :` or `? *name` where `&name` stands in the text; nil without one.
  static func lineOfAliasAsKey(in text: String) -> Int? {
    guard text.utf8.contains(UInt8(ascii: "*")), text.utf8.contains(UInt8(ascii: "&")) else { return nil }
    var number = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(UInt8(ascii: "*")) else { continue }
      let words = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      for (index, word) in words.enumerated() {
        guard let alias = name(in: word), text.contains("&" + alias) else { continue }
        let isAsked = index > 0 && words[index - 1].last == UInt8(ascii: "?")
        let isKey = words.indices.contains(index + 1) && words[index + 1].first == UInt8(ascii: ":")
        if isAsked || isKey { return number }
      }
    }
    return nil
  }

  private static func name(in word: Substring.UTF8View) -> String? {
    guard let star = word.firstIndex(of: UInt8(ascii: "*")),
      word[..<star].allSatisfy({ "[{,-?".utf8.contains($0) })
    else { return nil }
    let name = word[word.index(after: star)...]
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
