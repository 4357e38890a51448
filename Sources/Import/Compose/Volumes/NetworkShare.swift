/// A share of a server that a named volume stands for: `driver_opts` with `type: nfs`.
struct NetworkShare {
  let server: String
  let path: String

  /// Reads the options of a volume; nil where it is no NFS share.
  init?(_ volume: ComposeCursor?) {
    guard let options = volume?["driver_opts"], options["type"]?.text?.hasPrefix("nfs") == true,
      let device = options["device"]?.text
    else { return nil }
    let mount = options["o"]?.text ?? ""
    let address = mount.split(separator: ",").first { $0.hasPrefix("addr=") }.map { String($0.dropFirst(5)) }
    let parts = device.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let path = parts.count == 2 ? parts[1] : device
    guard let server = address ?? (parts.count == 2 ? parts[0] : nil), !server.isEmpty, path.hasPrefix("/") else {
      return nil
    }
    self.server = server
    self.path = path
  }
}
