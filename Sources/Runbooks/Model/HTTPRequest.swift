/// An HTTP request that looks whether something answers as it should.
public struct HTTPRequest<Text: Sendable & Hashable>: Sendable, Hashable {
  /// One header.
  public struct Header: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its value; `$NAME` at its beginning or end stands for a secret of the work, read at run time.
    public var value: Text

    /// Describes a header.
    public init(_ name: String, _ value: Text) {
      self.name = name
      self.value = value
    }
  }

  /// The method, such as `GET`.
  public var method: String
  /// The address, `http://` or `https://`.
  public var url: Text
  /// The headers, in order.
  public var headers: [Header]
  /// What is sent; nothing for no body.
  public var body: Text?
  /// Connects to this address in the place of the one the name stands for; the certificate is still the name's.
  public var connectTo: Text?
  /// A file with the certificates that are trusted beside the system's; nothing for the system's alone.
  public var certificateAuthority: Text?

  /// Describes a request.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - url: The address.
  ///   - headers: The headers, in order.
  ///   - body: What is sent.
  ///   - connectTo: Connects to this address in the place of the one the name stands for.
  ///   - certificateAuthority: A file with the certificates that are trusted beside the system's.
  public init(
    _ method: String = "GET", _ url: Text, headers: [Header] = [], body: Text? = nil, connectTo: Text? = nil,
    certificateAuthority: Text? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.connectTo = connectTo
    self.certificateAuthority = certificateAuthority
  }
}

extension HTTPRequest.Header: Codable where Text: Codable {}
extension HTTPRequest: Codable where Text: Codable {}
