import LabLanguage
import LabModel

let pve2 = ProxmoxHost("pve2", at: lan["192.168.10.22"], cores: 16, memory: .gib(64)) {
  // expected-error@+1 {{a NIC belongs in the braces of a VM; a ProxmoxHost takes a Bridge}}
  NIC(lan["192.168.10.23"])
}
