import Diagnostics

/// The rules about inventories of Ansible.
enum AnsibleRules {
  static let wellFormed = Rule(
    "RB1210", .error, "an inventory is one that Ansible reads",
    why: "Ansible drops a whole inventory file over one bad line, and goes on without its hosts.",
    remedy: "Correct the line; `ansible-inventory --list` shows what Ansible makes of the file.", waivable: false)

  static let hasAddress = Rule(
    "RB1211", .warning, "a host of an inventory has an IPv4 address",
    why: "A machine of a lab stands on a network; a name says neither which one nor whether it is still free.",
    remedy: "Give the host `ansible_host` or `ip` with its address, or declare the machine in Swift.", waivable: false)

  static let networkIsGuessed = Rule(
    "RB1212", .note, "networks are guessed from addresses",
    why: "An inventory knows addresses and no networks: a /24 is what most labs have, not what this one has.",
    remedy: "Correct the network's addresses, and add its gateway and name servers.", waivable: false)

  static let sizesAreAssumed = Rule(
    "RB1213", .note, "cores and memory of machines are assumed",
    why: "Inventories do not hold them, and what Rackbook says about capacity is only as good as they are.",
    remedy: "Write what the machines have; a VM becomes a `VM` on its host.", waivable: false)

  static let releaseIsAssumed = Rule(
    "RB1214", .note, "the release of kubespray is assumed",
    why: "An inventory does not say which checkout of kubespray it is for, and releases differ in what they install.",
    remedy: "Write the release that the cluster was installed with.", waivable: false)

  static let secretIsNotRead = Rule(
    "RB1215", .note, "values of secrets are not imported",
    why: "What is written into a lab's Swift is read by everyone who reads the repository.",
    remedy: "Keep the value in Vault, and name it with `SecretReference`.", waivable: false)

  static let all = [wellFormed, hasAddress, networkIsGuessed, sizesAreAssumed, releaseIsAssumed, secretIsNotRead]
}
