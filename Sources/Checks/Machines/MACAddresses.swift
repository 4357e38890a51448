import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0210 = Rule(
  "RB0210", .error, "a MAC address is six pairs of hexadecimal digits joined by colons",
  why: "Proxmox takes this form only, and says so when Terraform has begun to make machines.",
  remedy: "Write it like BC:24:11:00:00:05.", waivable: false)

private let rb0211 = Rule(
  "RB0211", .error, "a MAC address belongs to one interface",
  why: """
    The switch sends packets to the port that it heard the address from last: two machines take turns in being reached, \
    and DHCP gives both one lease.
    """,
  remedy: "Change one of the two, or leave it out and let Proxmox choose.", waivable: false)

private let rb0212 = Rule(
  "RB0212", .error, "a MAC address names one interface",
  why: """
    An odd first octet names a group (IEEE 802), all zeros name nobody. The kernel refuses both on an interface, and the \
    VM starts without a network.
    """,
  remedy: "Take an even first octet; BC:24:11 is what Proxmox begins with.", waivable: false)

private let rb0213 = Rule(
  "RB0213", .warning, "a VM's MAC address is Proxmox's or made up",
  why: """
    The first half of a MAC address is sold to one maker. With the number of a real network card on a VM, the two meet \
    one day, on one switch.
    """,
  remedy: """
    Begin with BC:24:11, which is Proxmox's own, or with a first octet that ends in 2, 6, A or E, which is nobody's; or \
    leave it out.
    """)

private let rb0216 = Rule(
  "RB0216", .error, "a VM has at most 32 interfaces",
  why: "Proxmox knows net0 to net31, and refuses the machine.",
  remedy: "Carry several VLANs over one interface.", waivable: false)

extension Check {
  /// A MAC address is six pairs of hexadecimal digits joined by colons.
  static let macCanBeRead = Check(
    rb0210,
    bad: { .example { Example.vm("web", id: 131, at: "192.168.10.31", mac: "BC2411000005") } },
    good: { .example { Example.vm("web", id: 131, at: "192.168.10.31", mac: "BC:24:11:00:00:05") } },
    findings: { lab in
      lab.macTexts.compactMap { thing, interface, text in
        guard MACAddress(text) == nil else { return nil }
        let meant = corrected(text)
        return rb0210.diagnostic(
          about: thing, at: interface.declared, "'\(text)', of \(interface.name) of \(thing), is no MAC address",
          fixes: meant.map { [Fix("write it with colons", quoted: text, by: $0)] } ?? [])
      }
    })

  /// Twelve hexadecimal digits in whatever grouping, as Rackbook reads them.
  private static func corrected(_ text: String) -> String? {
    let digits = text.utf8.filter { !":-. ".utf8.contains($0) }
    guard digits.count == 12 else { return nil }
    let pairs = stride(from: 0, to: 12, by: 2).map { String(decoding: digits[$0..<$0 + 2], as: UTF8.self) }
    return MACAddress(pairs.joined(separator: ":"))?.description
  }

  /// A MAC address belongs to one interface.
  static let macBelongsToOneInterface = Check(
    rb0211,
    bad: {
      .example {
        Example.vm("web", id: 131, at: "192.168.10.31", mac: "BC:24:11:00:00:05")
        Example.vm("db", id: 132, at: "192.168.10.32", mac: "bc:24:11:00:00:05")
      }
    },
    good: {
      .example {
        Example.vm("web", id: 131, at: "192.168.10.31", mac: "BC:24:11:00:00:05")
        Example.vm("db", id: 132, at: "192.168.10.32", mac: "bc:24:11:00:00:06")
      }
    },
    findings: { lab in
      var owners: [MACAddress: (thing: ThingID, interface: NetworkInterface)] = [:]
      return lab.macTexts.compactMap { thing, interface, text in
        guard let mac = MACAddress(text) else { return nil }
        guard let first = owners[mac] else {
          owners[mac] = (thing, interface)
          return nil
        }
        return rb0211.diagnostic(
          about: thing, at: interface.declared,
          "\(mac) is \(first.interface.name) of \(first.thing) and \(interface.name) of \(thing)",
          notes: [Diagnostic.Note("\(first.thing) has it", about: first.thing, at: first.interface.declared)])
      }
    })

  /// A MAC address names one interface.
  static let macNamesOneInterface = Check(
    rb0212,
    bad: { .example { Example.vm("web", id: 131, at: "192.168.10.31", mac: "01:00:5E:00:00:05") } },
    good: { .example { Example.vm("web", id: 131, at: "192.168.10.31", mac: "BC:24:11:00:00:05") } },
    findings: { lab in
      lab.macTexts.compactMap { thing, interface, text in
        guard let mac = MACAddress(text), mac.isMulticast || mac.bits == 0 else { return nil }
        return rb0212.diagnostic(
          about: thing, at: interface.declared,
          mac.bits == 0 ? "\(mac) of \(thing) is nobody's address" : "\(mac) of \(thing) is the address of a group")
      }
    })

  /// A VM's MAC address is Proxmox's or made up.
  static let macOfVMIsNobodyElses = Check(
    rb0213,
    bad: { .example { Example.vm("web", id: 131, at: "192.168.10.31", mac: "3C:EC:EF:00:00:05") } },
    good: { .example { Example.vm("web", id: 131, at: "192.168.10.31", mac: "BC:24:11:00:00:05") } },
    findings: { lab in
      lab.all(VM.self).flatMap { vm in
        vm.interfaces.compactMap { interface -> Diagnostic? in
          guard let mac = interface.mac, !mac.isMulticast, mac.bits != 0, !mac.isLocal, mac.vendor != 0xBC2411 else {
            return nil
          }
          return rb0213.diagnostic(
            about: vm.id, at: interface.declared, "\(mac) of \(vm.id) is from a maker of network cards",
            solutions: ["begin with BC:24:11"])
        }
      }
    })

  /// A VM has at most 32 interfaces.
  static let interfacesFitVM = Check(
    rb0216,
    bad: { .interfaces(33) }, good: { .interfaces(32) },
    findings: { lab in
      lab.all(VM.self).filter { $0.interfaces.count > 32 }.map { vm in
        rb0216.diagnostic(about: vm.id, "\(vm.interfaces.count) interfaces for \(vm.id), Proxmox knows 32")
      }
    })
}

extension ResolvedLab {
  /// Every MAC address that was written, with its interface.
  fileprivate var macTexts: [(thing: ThingID, interface: NetworkInterface, text: String)] {
    things.flatMap { thing in
      thing.interfaces.compactMap { interface in interface.macText.map { (thing.id, interface, $0) } }
    }
  }

  /// A lab with a VM on so many networks.
  fileprivate static func interfaces(_ count: Int) -> ResolvedLab {
    let networks = (1..<count).map { Network("n\($0)", "10.0.\($0).0/24", vlan: $0) }
    return .example {
      networks
      VM(
        "hub", id: 101, on: Example.pve1, at: Example.lan["192.168.10.31"], cores: 2, memory: .gib(2), disk: .gib(20),
        store: Example.disks, from: Example.ubuntu
      ) {
        for (index, network) in networks.enumerated() { NIC(network["10.0.\(index + 1).5"]) }
      }
    }
  }
}
