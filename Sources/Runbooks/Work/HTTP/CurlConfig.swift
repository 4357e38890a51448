/// A request as curl's configuration, which it reads on its standard input: nothing of it stands on a command line.
struct CurlConfig {
  /// How long a server may take to accept a connection, in seconds.
  static let connectSeconds = 10
  /// How long a request without a timeout of its own may take, in seconds.
  static let longestSeconds = 60

  /// The configuration.
  var text: String { options.text }

  private var options = CurlOptions()

  /// Writes a request down.
  ///
  /// Redirects are not followed: the headers, and the secrets in them, are for the server that was named.
  ///
  /// - Throws: ``Misjudgement`` where a part of it cannot stand in a request; it never quotes a secret.
  init(_ request: HTTPRequest<String>, of work: Work<String>, secrets: [String: String]) throws(Misjudgement) {
    guard (1...20).contains(request.method.utf8.count), request.method.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    else { throw Misjudgement("\(request.method.shown) is no method such as GET") }
    guard request.url.hasPrefix("http://") || request.url.hasPrefix("https://"), Self.isPlain(request.url) else {
      throw Misjudgement("\(request.url.shown) is no address that begins with http:// or https://")
    }
    options.add(flags: "silent", "show-error", "include", "globoff", "suppress-connect-headers")
    options.add("proto", "=http,https")
    if request.method == "HEAD" { options.add(flags: "head") } else { options.add("request", request.method) }
    options.add("connect-timeout", "\(Self.connectSeconds)")
    if work.timeoutMilliseconds == nil { options.add("max-time", "\(Self.longestSeconds)") }
    if let address = request.connectTo {
      guard Self.isPlain(address), !address.isEmpty else { throw Misjudgement("\(address.shown) is no address") }
      options.add("connect-to", "::\(Self.hasPort(address) ? address : address + ":")")
    }
    if let file = request.certificateAuthority { options.add("cacert", file) }
    for header in request.headers {
      guard !header.name.isEmpty, header.name.utf8.allSatisfy(Self.isToken) else {
        throw Misjudgement("\(header.name.shown) is no name of a header")
      }
      let value = Self.value(of: header.value, names: work.secrets, secrets: secrets)
      guard !value.unicodeScalars.contains(where: Name.isControl) else {
        throw Misjudgement("the value of the header '\(header.name)' has a line end or another control character")
      }
      // curl takes a header without a value for one that is to be left out, unless it ends in a semicolon.
      options.add("header", value.isEmpty ? "\(header.name);" : "\(header.name): \(value)")
    }
    if let body = request.body { options.add("data-raw", body) }
    options.add("url", request.url)
  }

  /// A header's value with a secret in the place of the `$NAME` at its beginning or end.
  private static func value(of text: String, names: [String], secrets: [String: String]) -> String {
    // The longest name first: `$TOKEN` is also the beginning of `$TOKEN_2`.
    for name in names.sorted(by: { ($0.utf8.count, $0) > ($1.utf8.count, $1) }) {
      let mark = "$" + name
      let secret = secrets[name] ?? ""
      if text.hasSuffix(mark) { return text.dropLast(mark.count) + secret }
      if text.hasPrefix(mark), !Name.isVariable("_" + text.dropFirst(mark.count).prefix(1)) || text == mark {
        return secret + text.dropFirst(mark.count)
      }
    }
    return text
  }

  /// Whether an address names a port; the last colon of an IPv6 address outside brackets does not.
  private static func hasPort(_ address: String) -> Bool {
    guard let colon = address.lastIndex(of: ":") else { return false }
    if let bracket = address.lastIndex(of: "]") { return bracket < colon }
    return true
  }

  private static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.value > 0x20 && !Name.isControl($0) }
  }

  private static func isToken(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}
