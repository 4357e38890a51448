import LabLanguage
import LabModel

let web = VM(
  "web", id: 131, on: pve1, at: lan["192.168.10.31"], cores: 2, memory: .gib(2), disk: .gib(20), store: disks,
  from: ubuntu
) {
  // expected-error@+1 {{a Bridge belongs in the braces of a ProxmoxHost; a machine takes a NIC}}
  Bridge("vmbr0")
}
