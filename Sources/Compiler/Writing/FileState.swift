#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What tells whether a file was touched, without reading it.
///
/// It is made of size, permissions, inode, and the times of content and entry. Whoever writes to a file moves the last of
/// them, which no program can set.
enum FileState {
  /// A file, followed where it is a link; no text where there is none.
  static func text(of path: String) -> String {
    var status = stat()
    return stat(path, &status) == 0 ? text(status) : ""
  }

  /// Everything below a folder, a line each, in the order of names; links are not followed.
  static func texts(below folder: String) throws(FileSystem.Failure) -> String {
    var text = ""
    for name in try FileSystem.names(in: folder) {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      text += "\(path)\u{0}\(Self.text(status))\n"
      if status.st_mode & S_IFMT == S_IFDIR { text += try texts(below: path) }
    }
    return text
  }

  private static func text(_ status: stat) -> String {
    #if canImport(Glibc)
      let (content, entry) = (status.st_mtim, status.st_ctim)
    #else
      let (content, entry) = (status.st_mtimespec, status.st_ctimespec)
    #endif
    return [
      Int(status.st_size), Int(status.st_mode), Int(status.st_ino), content.tv_sec, content.tv_nsec, entry.tv_sec,
      entry.tv_nsec,
    ].map(String.init).joined(separator: " ")
  }
}
