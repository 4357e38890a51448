import ComposeFile

/// What a folder or file of the old machine is to a container, told by its path alone: the same on any machine.
enum BindKind: Hashable {
  /// Source code that the image holds as well.
  case source
  /// The time zone of the machine.
  case timeZone
  /// A socket.
  case socket
  /// A device, or a folder that belongs to the machine.
  case machine(type: String)
  /// One file of configuration.
  case file
  /// Data.
  case data

  /// Tells the kind.
  ///
  /// - Parameters:
  ///   - source: The path on the machine, as seen from the project's folder.
  ///   - target: The path in the container.
  ///   - context: The folder that the service's image is built from; nil where it is not built.
  init(source: String, target: String, context: String?) {
    let name = source.split(separator: "/").last.map(String.init) ?? ""
    if source == "/etc/localtime" || source == "/etc/timezone" || source.hasPrefix("/usr/share/zoneinfo") {
      self = .timeZone
    } else if name.hasSuffix(".sock") || name.hasSuffix(".socket") {
      self = .socket
    } else if source.hasPrefix("/dev/") || source == "/dev" {
      self = .machine(type: Self.deviceFolders.contains(source) ? "directory" : "characterDevice")
    } else if Self.belongsToMachine(source) {
      self = .machine(type: Self.machineFiles.contains(source) ? "file" : "directory")
    } else if let context, Self.isSame(source, as: context) || Self.isInside(source, context), !Self.hasExtension(name)
    {
      self = .source
    } else if Self.hasExtension(name)
      || Self.hasExtension(target.split(separator: "/").last.map(String.init) ?? "") && Self.isFileName(name)
    {
      self = .file
    } else {
      self = .data
    }
  }

  private static let deviceFolders: Set = [
    "/dev", "/dev/dri", "/dev/snd", "/dev/bus/usb", "/dev/input", "/dev/shm", "/dev/net",
  ]
  private static let machineFiles: Set = [
    "/etc/machine-id", "/etc/hostname", "/etc/passwd", "/etc/group", "/etc/os-release", "/etc/resolv.conf",
    "/etc/hosts",
  ]

  private static func belongsToMachine(_ path: String) -> Bool {
    path == "/" || machineFiles.contains(path)
      || ["/proc", "/sys", "/run", "/var/run", "/var/log", "/var/lib/docker", "/lib/modules", "/boot", "/usr/src"]
        .contains {
          path == $0 || path.hasPrefix("\($0)/")
        }
  }

  private static func isSame(_ path: String, as context: String) -> Bool { path == context }

  private static func isInside(_ path: String, _ context: String) -> Bool {
    !path.hasPrefix("/") && !path.hasPrefix("~")
      && (context == "." ? !path.hasPrefix("..") : path.hasPrefix("\(context)/"))
      && !Placeholder.isPresent(in: path)
  }

  /// Whether the last part of a path ends like a file's: `.conf`, `.yml`, and a few names without a dot.
  private static func hasExtension(_ name: String) -> Bool {
    if ["Caddyfile", "Corefile", "hosts", "crontab", "htpasswd", ".htpasswd", ".env"].contains(name) { return true }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return false }
    let ending = name[dot...].dropFirst().lowercased()
    return endings.contains(ending)
  }

  private static func isFileName(_ name: String) -> Bool { !name.isEmpty && name.contains(".") }

  private static let endings: Set = [
    "cfg", "cnf", "conf", "config", "crt", "cert", "css", "csv", "env", "erl", "hcl", "htm", "html", "htpasswd", "ini",
    "js", "json", "key", "lua", "md", "pem", "php", "properties", "pub", "py", "rb", "rules", "sh", "sql", "template",
    "tmpl", "toml", "txt", "xml", "yaml", "yml", "conf-template", "acl", "list", "vcl", "jsonc", "json5", "ts", "rdb",
  ]
}
