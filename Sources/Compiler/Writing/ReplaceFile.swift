import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Replaces one file that a person wrote: the old bytes or the new ones are there, whatever happens.
///
/// The file keeps its access rights. The new bytes are written beside it, brought to the disk, and renamed.
///
/// - Parameters:
///   - path: The file.
///   - old: What the caller has read; where the file holds something else by now, nothing is changed.
///   - new: What is to stand there.
/// - Throws: ``WriteFailure`` with a diagnostic; the file is as it was then.
public func replaceFile(at path: String, holding old: [UInt8], with new: [UInt8]) throws(WriteFailure) {
  let beside = "\(path).rackbook-new"
  do {
    guard FileSystem.entry(at: path) == .file, try FileSystem.bytes(of: path) == old else {
      throw WriteFailure(BuildRules.notWritten.diagnostic("\(path) was changed meanwhile"))
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileSystem.Failure(action: "read", path: path, code: errno) }
    if FileSystem.entry(at: beside) == .file { try FileSystem.remove(beside) }
    try FileSystem.write(new, to: beside, mode: status.st_mode & 0o777)
    try FileSystem.sync(beside)
    guard rename(beside, path) == 0 else { throw FileSystem.Failure(action: "put in place", path: path, code: errno) }
  } catch let failure as WriteFailure {
    throw failure
  } catch {
    throw WriteFailure(BuildRules.notWritten.diagnostic("\(error)"))
  }
}
