/// An answer as curl prints it with its headers: status, headers, body.
struct HTTPAnswer {
  /// The status, such as 200.
  let status: Int
  /// The headers, by their names in lower case; the values of several with one name are joined by commas.
  let headers: [String: String]
  /// The body.
  let body: [UInt8]

  /// Reads an answer, past those that only announce one, such as `100 Continue`; nothing where it is none.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while rest.starts(with: "HTTP/".utf8) {
      var lines: [String] = []
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        var line = rest[..<end]
        rest = rest[(end + 1)...]
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        if line.isEmpty { break }
        lines.append(String(decoding: line, as: UTF8.self))
      }
      let words = lines.first?.split(separator: " ") ?? []
      guard words.count > 1, let status = Int(words[1]) else { return nil }
      if (100..<200).contains(status), status != 101 { continue }
      self.status = status
      headers = Self.headers(lines.dropFirst())
      body = Array(rest)
      return
    }
    return nil
  }

  private static func headers(_ lines: some Sequence<String>) -> [String: String] {
    var headers: [String: String] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon].lowercased()
      let value = String(line[line.index(after: colon)...].trimmed)
      headers[name] = headers[name].map { "\($0), \(value)" } ?? value
    }
    return headers
  }
}
