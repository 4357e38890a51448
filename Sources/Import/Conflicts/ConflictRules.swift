import Diagnostics

/// The rules about sources that contradict each other.
enum ConflictRules {
  static let statedOnce = Rule(
    "RB1220", .warning, "imported files state a fact alike",
    why: "One of two records is wrong, and at night it is the wrong one that is found first.",
    remedy: "Look at the machine or the cluster, correct the Swift, and delete the record that was wrong.",
    waivable: false)

  static let addressHasOneOwner = Rule(
    "RB1221", .warning, "an address of imported files has one owner",
    why: "Two machines with one address answer in turns; more often one record is old.",
    remedy: "Find out which one has the address, and correct the other.", waivable: false)

  static let serverIsAMachine = Rule(
    "RB1222", .warning, "an upstream of imported files leads to a machine",
    why: "A load balancer that sends every third request to a machine which is gone answers two of three.",
    remedy: "Take the server out of the upstream, or add its machine to the inventory.")

  static let all = [statedOnce, addressHasOneOwner, serverIsAMachine]
}
