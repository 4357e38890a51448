import Diagnostics
import Documents
import LabModel

extension AnsibleImport {
  /// Every host with an IPv4 address, as a machine on a network that is guessed.
  mutating func importMachines() {
    var networks: [IPv4Network] = []
    var found: [(host: Inventory.Host, address: IPv4Address, variable: InventoryVariable?)] = []
    for name in inventory.hostNames {
      guard let host = inventory.hosts[name] else { continue }
      guard let (address, variable) = address(of: host) else {
        reportMissingAddress(of: host)
        continue
      }
      found.append((host, address, variable))
      if let network = IPv4Network("\(IPv4Address(bits: address.bits & 0xFFFF_FF00))/24"), !networks.contains(network) {
        networks.append(network)
      }
    }
    for network in networks { declare(network, around: found.filter { network.contains($0.address) }.map(\.host)) }
    for machine in found { declare(machine.host, at: machine.address, statedBy: machine.variable) }
    if let first = found.first, assumedSizes > 0 {
      lab.diagnostics.append(
        AnsibleRules.sizesAreAssumed.diagnostic(
          at: first.host.place, "cores or memory of \(assumedSizes) machines are assumed: look for 'Assumed'"))
    }
  }

  /// The network that an address is taken to stand on.
  static func networkID(of address: IPv4Address) -> ThingID {
    let bits = address.bits
    return ThingID("network", "net-\(bits >> 24)-\(bits >> 16 & 255)-\(bits >> 8 & 255)")
  }

  private func address(of host: Inventory.Host) -> (IPv4Address, InventoryVariable?)? {
    let variables = resolution.variables(of: host.name)
    for name in ["ip", "ansible_host", "ansible_ssh_host", "access_ip"] {
      guard let variable = variables[name], let address = variable.text.flatMap({ IPv4Address($0) }) else { continue }
      return (address, variable)
    }
    return IPv4Address(host.name).map { ($0, nil) }
  }

  private mutating func reportMissingAddress(of host: Inventory.Host) {
    let stated = resolution.variables(of: host.name)["ansible_host"]
    let isLocal = ["localhost", "127.0.0.1"].contains(stated?.text ?? host.name)
    stated?.settle(.dropped("no IPv4 address"))
    if isLocal { return }
    lab.diagnostics.append(
      AnsibleRules.hasAddress.diagnostic(
        at: host.place, "host '\(host.name)' has no IPv4 address, and is not imported",
        solutions: ["give it ansible_host=<address>"]))
  }

  private mutating func declare(_ network: IPv4Network, around hosts: [Inventory.Host]) {
    guard let first = hosts.first else { return }
    let id = Self.networkID(of: network.address)
    lab.diagnostics.append(
      AnsibleRules.networkIsGuessed.diagnostic(
        about: id, at: first.place, "\(network) is guessed from the addresses of \(hosts.count) hosts"))
    lab.declarations.append(
      ImportedDeclaration(
        id, in: "Networks", SwiftCall("Network", [.init(.text(id.name)), .init(.text("\(network)"))]),
        at: first.place,
        comments: ["Guessed from the addresses of \(hosts.count) hosts: correct it, and add gateway and name servers."])
    )
  }

  private mutating func declare(
    _ host: Inventory.Host, at address: IPv4Address, statedBy variable: InventoryVariable?
  ) {
    let id = ThingID("host", hostName(host.name))
    machines[host.name] = id
    variable?.settle(.carried)
    let variables = resolution.variables(of: host.name)
    for name in ["ansible_host", "ansible_ssh_host", "access_ip"] where variables[name]?.text == "\(address)" {
      variables[name]?.settle(.carried)
    }
    for name in ["ansible_host", "ansible_ssh_host", "access_ip"] {
      variables[name]?.settle(.dropped("a second address; \(address) is the machine's"))
    }
    let cores = number("ansible_processor_vcpus", in: variables)
    let memory = number("ansible_memtotal_mb", in: variables)
    let system = operatingSystem(variables)
    var arguments: [SwiftCall.Argument] = [
      .init(.text(id.name)), .init("at", .address(on: Self.networkID(of: address), "\(address)")),
      .init("cores", .integer(cores ?? 4)),
      .init("memory", .call(SwiftCall(memory == nil ? ".gib" : ".mib", [.init(.integer(memory ?? 8))]))),
      .init("disk", .call(SwiftCall(".gib", [.init(.integer(100))]))),
    ]
    if let system { arguments.append(.init("operatingSystem", system)) }
    if cores == nil || memory == nil { assumedSizes += 1 }
    let assumed = [cores == nil ? "cores" : nil, memory == nil ? "memory" : nil, "disk"].compactMap { $0 }
    lab.declarations.append(
      ImportedDeclaration(
        id, in: "Machines", SwiftCall("BareMetalHost", arguments, at: host.place), at: host.place,
        comments: ["Assumed: \(assumed.joined(separator: ", "))."]))
    lab.facts.append(ImportedFact(id, "address", "\(address)", at: variable?.place ?? host.place))
  }

  /// The first label of a host's name; a host that is named by its address is called after it.
  private func hostName(_ name: String) -> String {
    if IPv4Address(name) != nil { return "host-" + name.split(separator: ".").joined(separator: "-") }
    let label = name.split(separator: ".").first.map(String.init) ?? name
    let isTaken = machines.values.contains { $0.name == label }
    return isTaken ? name.split(separator: ".").joined(separator: "-") : label
  }

  private func number(_ name: String, in variables: [String: InventoryVariable]) -> Int? {
    guard let variable = variables[name], case .int(let value) = variable.value.content, value > 0 else { return nil }
    variable.settle(.carried)
    return value
  }

  private func operatingSystem(_ variables: [String: InventoryVariable]) -> SwiftExpression? {
    guard let distribution = variables["ansible_distribution"], let release = variables["ansible_distribution_version"],
      let name = distribution.text, let version = release.text
    else { return nil }
    distribution.settle(.carried)
    release.settle(.carried)
    return .call(SwiftCall("OperatingSystem", [.init(.text(name.lowercased())), .init(.text(version))]))
  }
}
