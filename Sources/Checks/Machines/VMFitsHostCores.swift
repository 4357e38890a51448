import Blueprint
import Diagnostics
import LabLanguage
import LabModel

private let rb0205 = Rule(
  "RB0205", .error, "a VM has no more cores than its host",
  why: "Proxmox does not start a VM with more virtual processors than the host has (`MAX n vcpus allowed per VM`).",
  remedy: "Give the VM fewer cores, or another host.")

extension Check {
  /// A VM has no more cores than its host.
  static let vmFitsHostCores = Check(
    rb0205,
    bad: { .example { Example.vm("build", id: 131, at: "192.168.10.31", cores: 17) } },
    good: { .example { Example.vm("build", id: 131, at: "192.168.10.31", cores: 16) } },
    findings: { lab in
      lab.residents.flatMap { host, vms in
        vms.filter { $0.cores > host.cores }.map { vm in
          rb0205.diagnostic(
            about: vm.id, "\(vm.cores) cores of \(vm.id) are more than the \(host.cores) of \(host.id)",
            notes: [Diagnostic.Note("\(host.id) is declared here", about: host.id)])
        }
      }
    })
}
