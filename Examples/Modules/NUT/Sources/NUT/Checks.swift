import RackbookModules

private let nut001 = Rule(
  "NUT001", .error, "a power supply names each machine once",
  why: "A machine that is named twice would wait for itself to shut down.",
  remedy: "Take the machine out of the braces; the one with the cable stands after `on:`.", waivable: false)
private let nut002 = Rule(
  "NUT002", .error, "the cable of a power supply ends at a machine of metal",
  why: "A VM is stopped with its host, before the host knows that the power is out.",
  remedy: "Name a bare-metal machine after `on:`, or waive this where the port is passed through to the VM.")
private let nut003 = Rule(
  "NUT003", .error, "a driver is the name of one of NUT's programs",
  why: "NUT starts the program of this name; anything else is no configuration that it can read.",
  remedy: "Write the driver's name as NUT's list of hardware has it, such as `usbhid-ups`.", waivable: false)

extension Check {
  static let machineIsNamedOnce = Check(
    nut001,
    bad: { .attic { UPS("ups", on: Attic.nas, password: Attic.password) { Attic.nas } } },
    good: { .attic { UPS("ups", on: Attic.nas, password: Attic.password) { Attic.node } } },
    findings: { lab in
      lab.all(UPS.self).flatMap { ups -> [Diagnostic] in
        var seen: Set<ThingID> = [ups.server.id]
        return ups.clients.filter { !seen.insert($0.id).inserted }.map {
          nut001.diagnostic(about: ups.id, "\($0.id) is named twice by \(ups.id)")
        }
      }
    })

  static let cableEndsAtMetal = Check(
    nut002,
    bad: { .attic { UPS("ups", on: Attic.vm, password: Attic.password) { Attic.node } } },
    good: { .attic { UPS("ups", on: Attic.nas, password: Attic.password) { Attic.node } } },
    findings: { lab in
      lab.all(UPS.self).filter { $0.server.failureDomain != $0.server.id }.map { ups in
        nut002.diagnostic(about: ups.id, "\(ups.server.id), where the cable of \(ups.id) ends, runs on another machine")
      }
    })

  static let driverIsAWord = Check(
    nut003,
    bad: { .attic { UPS("ups", on: Attic.nas, driver: "usbhid ups", password: Attic.password) } },
    good: { .attic { UPS("ups", on: Attic.nas, driver: "usbhid-ups", password: Attic.password) } },
    findings: { lab in
      lab.all(UPS.self).filter { !DNSName.isPlainWord($0.driver) }.map {
        nut003.diagnostic(about: $0.id, "'\($0.driver)' is no name of a driver of NUT")
      }
    })
}

/// What the examples of the checks are made of.
private enum Attic {
  static let lan = Network("lan", "192.168.20.0/24", gateway: "192.168.20.1", dns: ["192.168.20.1"])
  static let nas = BareMetalHost("nas", at: lan["192.168.20.10"], cores: 4, memory: .gib(16), disk: .tib(1))
  static let node = BareMetalHost("node", at: lan["192.168.20.11"], cores: 8, memory: .gib(32), disk: .tib(1))
  static let pve = ProxmoxHost("pve", at: lan["192.168.20.20"], cores: 8, memory: .gib(32))
  static let local = Datastore("local-lvm")
  static let debian = VMTemplate("debian-13", id: 9000, on: pve, operatingSystem: .debian13)
  static let vm = VM(
    "vm", id: 101, on: pve, at: lan["192.168.20.21"], cores: 2, memory: .gib(2), disk: .gib(20), store: local,
    from: debian)
  static let password = SecretReference("homelab/ups", key: "password")
}

extension ResolvedLab {
  fileprivate static func attic(@LabBuilder _ things: () -> [any Component]) -> ResolvedLab {
    let base: [any Component] = [Attic.lan, Attic.nas, Attic.node, Attic.pve, Attic.local, Attic.debian, Attic.vm]
    return ResolvedLab(name: "attic", domain: "home.arpa", listed: base + things())
  }
}
