/// The short form of a published port: `8080:80`, `127.0.0.1:8000-8010:80-90/udp`, `[::1]:53:53`.
struct PortSpecification {
  /// The address of the host, where one is named.
  let address: String?
  /// `tcp` unless another is named.
  let transport: String
  /// Container ports with the host port each is published as.
  let pairs: [(target: Int, published: String?)]

  /// Reads a short form; nil where it is none.
  init?(_ text: String) {
    var rest = text[...]
    if let slash = rest.lastIndex(of: "/") {
      transport = rest[slash...].dropFirst().lowercased()
      guard ["tcp", "udp", "sctp"].contains(transport) else { return nil }
      rest = rest[..<slash]
    } else {
      transport = "tcp"
    }
    var host: Substring?
    if rest.first == "[" {
      guard let close = rest.firstIndex(of: "]"), rest[close...].dropFirst().first == ":" else { return nil }
      host = rest[rest.startIndex...][rest.index(after: rest.startIndex)..<close]
      rest = rest[close...].dropFirst(2)
    }
    var parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard let container = parts.popLast(), let targets = Self.range(container) else { return nil }
    let published = parts.popLast()
    if !parts.isEmpty {
      guard host == nil else { return nil }
      host = parts.joined(separator: ":")[...]
    }
    address = host.flatMap { $0.isEmpty ? nil : String($0) }
    if let address, !Placeholder.isPresent(in: address), !Self.isAddress(address) { return nil }
    guard let pairs = Self.pairs(targets, published.flatMap { $0.isEmpty ? nil : $0 }) else { return nil }
    self.pairs = pairs
  }

  /// As many host ports as container ports; a longer range of host ports for one container port stays a range.
  private static func pairs(
    _ targets: ClosedRange<Int>, _ published: Substring?
  ) -> [(target: Int, published: String?)]? {
    guard let published else { return targets.map { ($0, nil) } }
    if Placeholder.isPresent(in: String(published)) {
      return targets.count == 1 ? [(targets.lowerBound, String(published))] : nil
    }
    guard let hosts = range(published) else { return nil }
    if targets.count == hosts.count { return zip(targets, hosts).map { ($0, String($1)) } }
    return targets.count == 1 ? [(targets.lowerBound, String(published))] : nil
  }

  private static func range(_ text: Substring) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let low = ends.first.flatMap({ Int($0) }), let high = ends.last.flatMap({ Int($0) }), ends.count <= 2,
      1 <= low, low <= high, high <= 65535
    else { return nil }
    return low...high
  }

  private static func isAddress(_ text: String) -> Bool {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
    if numbers.count == 4, numbers.allSatisfy({ UInt8($0) != nil }) { return true }
    return text.contains(":") && text.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." || $0 == "%" }
  }
}
