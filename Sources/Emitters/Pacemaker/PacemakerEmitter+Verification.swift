import Blueprint
import Diagnostics
import Documents

extension PacemakerEmitter {
  /// Pacemaker's own checker, its simulator, and crmsh, which knows the parameters of agents.
  public func verifications(of blueprint: Blueprint) -> [Verification] {
    blueprint.failoverGroups.flatMap { group in
      [Self.verify(group), Self.knowsParameters(group)] + Self.moves(group)
    }
  }

  private static let commandLine = Verification.Tool("crm_verify", from: "pacemaker-cli-utils")

  private static func verify(_ group: FailoverGroup) -> Verification {
    Verification(
      "crm_verify: \(group.owner)", tools: [commandLine],
      script: "crm_verify --verbose --xml-file \(Shell.quote(path(group)))")
  }

  private static func knowsParameters(_ group: FailoverGroup) -> Verification {
    Verification(
      "crm configure verify: \(group.owner)",
      tools: [.init("crm", from: "crmsh"), .init("fence_pve", from: "fence-agents"), .init("nginx", from: "nginx")],
      script: """
        cp \(Shell.quote(path(group))) "$SCRATCH/cib.xml"
        CIB_file="$SCRATCH/cib.xml" crm configure verify
        """)
  }

  /// The simulator starts the hosts, takes away the one that holds the address, and must start it on another.
  private static func moves(_ group: FailoverGroup) -> [Verification] {
    guard group.members.count > 1, let first = group.members.first?.machine.name else { return [] }
    let names = group.members.map(\.machine.name)
    let nodes = names.enumerated().map { "<node id=\"\($0 + 1)\" uname=\"\($1)\"/>" }.joined()
    let up = names.map { "--node-up \($0)" }.joined(separator: " ")
    return [
      Verification(
        "crm_simulate, the address moves: \(group.owner)",
        tools: [.init("crm_simulate", from: "pacemaker-cli-utils")],
        script: """
          sed 's|<nodes/>|<nodes>\(nodes)</nodes>|' \(Shell.quote(path(group))) >"$SCRATCH/nodes.xml"
          crm_simulate --xml-file "$SCRATCH/nodes.xml" \(up) --quorum=true --simulate --save-output "$SCRATCH/up.xml" \\
            >"$SCRATCH/up.txt"
          grep -E 'vip.*Started \(first)' "$SCRATCH/up.txt"
          crm_simulate --xml-file "$SCRATCH/up.xml" --node-fail \(first) --simulate >"$SCRATCH/failed.txt"
          grep -E 'Move +vip +\\( +\(first) -> ' "$SCRATCH/failed.txt"
          """)
    ]
  }
}
