/// Names as DNS and Kubernetes take them.
enum DNSName {
  /// Whether a text is one or more labels of lower-case letters, digits and inner hyphens, each at most 63 long.
  static func isValid(_ text: String) -> Bool {
    text.utf8.count <= 253
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
      }
  }
}
