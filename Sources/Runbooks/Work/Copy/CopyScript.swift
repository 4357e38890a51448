/// The scripts at the other end of a copy.
enum CopyScript {
  private static let digest =
    "digest() { if command -v sha256sum > /dev/null; then sha256sum; else shasum -a 256; fi; }\n"

  /// Takes a file's bytes from standard input: whole, or not at all.
  ///
  /// They go into a file beside the destination that nobody else can read, are compared with the digest, flushed, and only
  /// then given their name.
  static func taking(_ file: FileSender, at destination: String, mode: String) throws(Misjudgement) -> String {
    guard FileMode(mode) != nil else { throw Misjudgement("\(mode.shown) is no mode such as 0600") }
    return """
      umask 077
      \(digest)to=\(ShellWriter.quoted(destination))
      if [ -d "$to" ]; then echo "it is a folder: $to" >&2; exit 1; fi
      part="$to.rackbook-$$-$RANDOM"
      set -C
      trap 'rm -f -- "$part"' EXIT
      cat > "$part"
      if [ "$(digest < "$part")" != '\(file.digest)  -' ]; then
        echo "what has arrived is not what was sent, or it was changed meanwhile" >&2
        exit 1
      fi
      chmod -- \(mode) "$part"
      sync -- "$part" 2> /dev/null || sync
      mv -f -- "$part" "$to"
      trap - EXIT
      sync -- "$(dirname -- "$to")" 2> /dev/null || sync
      """
  }

  /// Gives a file's digest on a line, then its bytes.
  static func giving(_ source: String) -> String {
    """
    \(digest)from=\(ShellWriter.quoted(source))
    if [ ! -f "$from" ]; then echo "it is no file: $from" >&2; exit 1; fi
    digest < "$from"
    cat -- "$from"
    """
  }
}

/// Permissions in octal, such as `0600`.
struct FileMode {
  let bits: UInt32

  init?(_ text: String) {
    guard (3...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x37).contains($0) }),
      let bits = UInt32(text, radix: 8)
    else { return nil }
    self.bits = bits
  }
}
