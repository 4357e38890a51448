import Blueprint
import Diagnostics
import LabModel
import Runbooks

/// What runbooks can ask of a lab: the facts of every thing as `<kind>.<name>.<fact>`, and a few of the lab itself.
func labFacts(_ lab: ResolvedLab) -> Facts {
  var facts = Facts()
  facts.set("lab.name", lab.name)
  facts.set("lab.domain", lab.domain)
  facts.set("lab.account", lab.operatorAccount)
  for thing in lab.things {
    add(thing.facts, of: thing, as: "\(thing.id.kind).\(thing.id.name)", to: &facts)
  }
  return facts
}

/// Adds the facts of one thing under a scope of their own, such as `cluster`.
func add(_ own: [Fact], of thing: any Component, as scope: String, to facts: inout Facts) {
  facts.set("\(scope).name", thing.id.name, origin: thing.declared)
  // A key that comes several times, such as the members of a load balancer, is a list.
  var keys: [String] = []
  var values: [String: [String]] = [:]
  for fact in own {
    if values[fact.key] == nil { keys.append(fact.key) }
    values[fact.key, default: []].append(fact.value)
  }
  for key in keys {
    let list = values[key] ?? []
    if list.count == 1 {
      facts.set("\(scope).\(key)", list[0], origin: thing.declared)
    } else {
      facts.set("\(scope).\(key)", list, origin: thing.declared)
    }
  }
}

/// Every name and address that a step can be run on by ssh.
func hosts(of lab: ResolvedLab) -> Set<String> {
  let reachable = lab.things.filter { $0 is any Machine || $0 is any NetworkStorage || $0.id.kind == "host" }
  return Set(reachable.flatMap { [$0.id.name, lab.hostName(of: $0.id)] + $0.addresses.map(\.text) })
}
