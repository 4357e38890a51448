import CFileSystem
import Documents

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What writing a build needs of the operating system, with errors that name the path.
enum FileSystem {
  /// A call that failed: on what, and the system's words for why.
  struct Failure: Error, CustomStringConvertible {
    var action: String
    var path: String
    var code: Int32

    var description: String { "cannot \(action) \(path): \(String(cString: strerror(code)))" }
  }

  /// What stands at a path.
  enum Entry { case nothing, file, folder, link, other }

  static func entry(at path: String) -> Entry {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .nothing }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// The names in a folder, sorted by bytes, `.` and `..` left out.
  static func names(in folder: String) throws(Failure) -> [String] {
    guard let stream = opendir(folder) else { throw Failure(action: "read the folder", path: folder, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.precedesInBytes($1) }
  }

  static func bytes(of path: String) throws(Failure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(action: "read", path: path, code: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Failure(action: "read", path: path, code: errno) }
    var failure: Int32 = 0
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let read = read(file, buffer.baseAddress?.advanced(by: count), size - count)
        if read < 0, errno == EINTR { continue }
        if read < 0 { failure = errno }
        if read <= 0 { return }
        count += read
      }
    }
    guard failure == 0 else { throw Failure(action: "read", path: path, code: failure) }
    return bytes
  }

  /// Writes a new file; one that is there already is an error.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(Failure) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw Failure(action: "write", path: path, code: errno) }
    var failure: Int32 = 0
    bytes.withUnsafeBufferPointer { buffer in
      var done = 0
      while done < buffer.count {
        let written = Self.write(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if written < 0, errno == EINTR { continue }
        if written <= 0 {
          failure = written == 0 ? ENOSPC : errno
          return
        }
        done += written
      }
    }
    // Network file systems tell of a full disk only here.
    if close(file) != 0, failure == 0 { failure = errno }
    guard failure == 0 else { throw Failure(action: "write", path: path, code: failure) }
  }

  private static func write(_ file: Int32, _ start: UnsafePointer<UInt8>?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(file, start, count)
    #else
      Darwin.write(file, start, count)
    #endif
  }

  static func makeFolder(_ path: String) throws(Failure) {
    guard mkdir(path, 0o755) == 0 || (errno == EEXIST && entry(at: path) == .folder) else {
      throw Failure(action: "make the folder", path: path, code: errno)
    }
  }

  /// Makes a folder with all folders above it.
  static func makeFolders(_ path: String) throws(Failure) {
    if entry(at: path) == .folder || path.isEmpty { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolders(String(path[..<slash])) }
    // Through a symbolic link to a folder, mkdir says EEXIST and the folder is as good as made.
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw Failure(action: "make the folder", path: path, code: errno)
    }
  }

  /// Gives a file a second name; where the file system has no hard links, copies it.
  static func link(_ existing: String, as path: String) throws(Failure) {
    #if canImport(Glibc)
      let result = Glibc.link(existing, path)
    #else
      let result = Darwin.link(existing, path)
    #endif
    if result == 0 { return }
    guard [EPERM, ENOTSUP, EMLINK, ENOSYS].contains(errno) else {
      throw Failure(action: "keep", path: existing, code: errno)
    }
    var status = stat()
    guard stat(existing, &status) == 0 else { throw Failure(action: "keep", path: existing, code: errno) }
    try write(bytes(of: existing), to: path, mode: status.st_mode & 0o777)
  }

  static func copyLink(_ existing: String, as path: String) throws(Failure) {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    guard readlink(existing, &target, Int(PATH_MAX)) >= 0, symlink(target, path) == 0 else {
      throw Failure(action: "keep", path: existing, code: errno)
    }
  }

  /// Removes a file, or a folder with everything in it; nothing there is fine.
  static func remove(_ path: String) throws(Failure) {
    switch entry(at: path) {
    case .nothing: return
    case .folder:
      for name in try names(in: path) { try remove("\(path)/\(name)") }
      guard rmdir(path) == 0 else { throw Failure(action: "remove", path: path, code: errno) }
    case .file, .link, .other:
      guard unlink(path) == 0 else { throw Failure(action: "remove", path: path, code: errno) }
    }
  }

  /// Puts one path in another's place in one step; what was there is then at the first.
  static func exchange(_ new: String, with old: String) throws(Failure) {
    if entry(at: old) == .nothing {
      guard rename(new, old) == 0 else { throw Failure(action: "put in place", path: old, code: errno) }
      return
    }
    if rackbook_exchange(new, old) == 0 { return }
    guard [EINVAL, ENOSYS, ENOTSUP].contains(errno) else {
      throw Failure(action: "put in place", path: old, code: errno)
    }
    // FAT on a USB stick cannot swap. Between the two renames the tree stands beside its place; the next build or
    // `BuildFolder.recover` puts it back.
    let aside = "\(old).rackbook-old"
    try remove(aside)
    guard rename(old, aside) == 0, rename(new, old) == 0, rename(aside, new) == 0 else {
      throw Failure(action: "put in place", path: old, code: errno)
    }
  }

  /// Makes sure that everything written below a folder is on the disk.
  static func sync(_ folder: String) throws(Failure) {
    let file = open(folder, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(action: "write to the disk", path: folder, code: errno) }
    defer { close(file) }
    guard rackbook_sync(file) == 0 else { throw Failure(action: "write to the disk", path: folder, code: errno) }
  }

  /// Takes the lock of a path, or gives nil where another process holds it.
  ///
  /// It is free again when it is let go or the process ends, however it ends.
  static func lock(_ path: String) throws(Failure) -> Int32? {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Failure(action: "write", path: path, code: errno) }
    if flock(file, LOCK_EX | LOCK_NB) == 0 { return file }
    let code = errno
    close(file)
    guard code == EWOULDBLOCK else { throw Failure(action: "lock", path: path, code: code) }
    return nil
  }

  static func unlock(_ file: Int32) { close(file) }
}
