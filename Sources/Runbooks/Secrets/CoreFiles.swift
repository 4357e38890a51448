#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The memory of a process that crashed, as a file: it would hold the secrets.
enum CoreFiles {
  /// Keeps this process and all it starts from leaving any.
  static func forbid() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    #if canImport(Darwin)
      setrlimit(RLIMIT_CORE, &none)
    #else
      setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    #endif
  }
}
