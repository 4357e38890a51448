import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0203 = Rule(
  "RB0203", .error, "a machine has at least one core, some memory and a disk",
  why: "A machine of nothing is refused by Proxmox while Terraform applies, after others have been changed already.",
  remedy: "Write the number of cores, and sizes with their unit: `.gib(8)`.", waivable: false)

extension Check {
  /// A machine has at least one core, some memory and a disk.
  static let machineHasSubstance = Check(
    rb0203,
    bad: { .example { Example.vm("web", id: 131, at: "192.168.10.31", cores: 0) } },
    good: { .example { Example.vm("web", id: 131, at: "192.168.10.31", cores: 1) } },
    findings: { lab in
      lab.things.flatMap { thing -> [Diagnostic] in
        missing(in: thing).map { rb0203.diagnostic(about: thing.id, "\(thing.id) has no \($0)") }
      }
    })

  private static func missing(in thing: any Component) -> [String] {
    var sizes: [(what: String, amount: Int)] = []
    if let machine = thing as? any Machine { sizes += [("core", machine.cores), ("memory", machine.memory.bytes)] }
    if let host = thing as? ProxmoxHost { sizes += [("core", host.cores), ("memory", host.memory.bytes)] }
    if let vm = thing as? VM { sizes.append(("disk", vm.disk.bytes)) }
    if let host = thing as? BareMetalHost { sizes.append(("disk", host.disk.bytes)) }
    return sizes.filter { $0.amount < 1 }.map(\.what)
  }
}
