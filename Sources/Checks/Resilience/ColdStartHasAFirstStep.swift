import Analysis
import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb1010 = Rule(
  "RB1010", .error, "nothing waits for itself when everything is off",
  why: """
    Vault in the cluster whose secrets it holds, a registry that pulls its own image, a storage driver on its own volumes: each \
    works for years, because the other half of the ring is always up. After a power cut neither half comes back.
    """,
  remedy: """
    Move one of the things out of the ring. Where the ring is wanted, state how a person breaks it: \
    `.breakGlass("unseal Vault with the keys from the safe, and ...")` on the service that is missing. The portal and `order` show \
    the step where it is needed.
    """)

private let rb1011 = Rule(
  "RB1011", .warning, "machines do not look names up only at what runs on them",
  why: """
    When everything is off, the machine asks a name server that the machine itself has yet to start: no image can be pulled, no \
    package installed, no time server found.
    """,
  remedy: """
    Name a second name server outside of the ring, such as the router: `dns: ["192.168.10.53", "192.168.10.1"]`. Or state what to \
    do by hand: `.breakGlass("write 9.9.9.9 into /etc/resolv.conf")` on the service that answers.
    """)

private let rb1012 = Rule(
  "RB1012", .error, "a break-glass step says what to do",
  why: "It is read by somebody who has nothing else: the lab is off, and this is the first step.",
  remedy: "Write an instruction: what to take from where, and what to do with it.", waivable: false)

extension Check {
  /// Nothing waits for itself when everything is off.
  static let coldStartHasAFirstStep = Check(
    rb1010,
    bad: { .registry { $0 } },
    good: { .registry { $0.breakGlass("load the image from the USB stick: ctr image import registry.tar") } },
    findings: { lab in
      lab.analysis.bootstrapCycles.filter { $0.breakGlass == nil && $0.cause != .names }.map { cycle in
        rb1010.diagnostic(
          about: cycle.thing, "\(cycle.thing) is needed to start itself: \(cycle.words)",
          notes: cycle.path.prefix(8).map { Diagnostic.Note("\($0.thing) \($0.words) \($0.other)", about: $0.thing) },
          solutions: [
            "move \(cycle.thing) or what it waits for out of the ring",
            "state the step that breaks it, with .breakGlass(\"...\") on \(cycle.thing)",
          ])
      }
    })

  /// Machines do not look names up only at what runs on them.
  static let namesComeFromOutside = Check(
    rb1011,
    bad: { .pihole(dns: ["192.168.30.53"]) },
    good: { .pihole(dns: ["192.168.30.53", "192.168.30.1"]) },
    findings: { lab in
      lab.analysis.bootstrapCycles.filter { $0.breakGlass == nil && $0.cause == .names }.map { cycle in
        rb1011.diagnostic(
          about: cycle.thing, "\(cycle.thing) answers the machine that it waits for: \(cycle.words)",
          notes: cycle.path.prefix(8).map { Diagnostic.Note("\($0.thing) \($0.words) \($0.other)", about: $0.thing) },
          solutions: [
            "name a second name server outside of the ring",
            "state the step that breaks it, with .breakGlass(\"...\") on \(cycle.thing)",
          ])
      }
    })

  /// A break-glass step says what to do.
  static let breakGlassSaysSomething = Check(
    rb1012,
    bad: { .registry { $0.breakGlass(" ") } },
    good: { .registry { $0.breakGlass("load the image from the USB stick: ctr image import registry.tar") } },
    findings: { lab in
      lab.things.filter { $0.breakGlass?.allSatisfy(\.isWhitespace) == true }.map { thing in
        rb1012.diagnostic(about: thing.id, "the break-glass step of \(thing.id) is empty")
      }
    })
}

extension BootstrapCycle {
  /// The ring in one line, as other rings are told.
  fileprivate var words: String {
    let names = path.map(\.thing) + [thing]
    return names.map { "\($0.kind) \($0.name)" }.joined(separator: " -> ")
  }
}

extension ResolvedLab {
  /// A lab with a registry that pulls its own image.
  fileprivate static func registry(_ change: (Service) -> Service) -> ResolvedLab {
    let namespace = Namespace("registry", in: ExampleCluster())
    let registry = Service("registry", in: namespace) {
      Container("registry.lab.example/library/registry:3.0.0", port: 5000)
    }
    .exposed(at: "registry.lab.example", through: ExampleFrontend.first, nodePort: 30_500)
    return .example {
      ExampleCluster()
      namespace
      ExampleFrontend.first
      change(registry)
    }
  }

  /// A lab with a machine that is its own name server.
  fileprivate static func pihole(dns: [String]) -> ResolvedLab {
    let home = Network("home", "192.168.30.0/24", gateway: "192.168.30.1", dns: dns)
    let machine = BareMetalHost("pi", at: home["192.168.30.53"], cores: 4, memory: .gib(4), disk: .gib(64))
    return .example {
      home
      machine
      Service("pihole", in: machine) { Container("pihole/pihole:2025.11.0", ports: [.udp(53)]) }
    }
  }
}
