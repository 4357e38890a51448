import CCrypto

/// SHA-256 through the system's libcrypto (decision 0003).
public enum SHA256 {
  /// The digest of some bytes, as 64 lower-case hexadecimal digits.
  public static func hex(of bytes: some Collection<UInt8>) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let contiguous = ContiguousArray(bytes)
    let done = contiguous.withUnsafeBufferPointer { buffer in
      EVP_Digest(buffer.baseAddress, buffer.count, &digest, nil, EVP_sha256(), nil)
    }
    precondition(done == 1, "libcrypto has no SHA-256")
    return hexadecimal(digest)
  }

  /// The digest of a text's UTF-8 bytes.
  public static func hex(of text: String) -> String { hex(of: text.utf8) }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
