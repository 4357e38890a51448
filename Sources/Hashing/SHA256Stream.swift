import CCrypto

/// The SHA-256 of bytes that come piece by piece.
///
/// ```swift
/// var hash = SHA256Stream()
/// hash.add(Array("ab".utf8))
/// hash.add(Array("c".utf8))
/// hash.finish() == SHA256.hex(of: "abc")
/// ```
public struct SHA256Stream: ~Copyable {
  private let context: OpaquePointer?

  /// Begins without any bytes.
  public init() {
    context = EVP_MD_CTX_new()
    precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "libcrypto has no SHA-256")
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes.
  public mutating func add(_ bytes: some Collection<UInt8>) {
    let contiguous = ContiguousArray(bytes)
    contiguous.withUnsafeBufferPointer { buffer in
      _ = EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
    }
  }

  /// The digest of all bytes, as 64 lower-case hexadecimal digits; nothing can be added after it.
  public mutating func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    return SHA256.hexadecimal(digest)
  }
}
