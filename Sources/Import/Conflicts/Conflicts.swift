import Diagnostics
import LabModel

/// Compares what sources state: one thing with two values, one address with two owners, an address that nothing has.
///
/// - Parameters:
///   - facts: What the sources state, in order.
///   - declared: The things that were imported.
/// - Returns: A diagnostic for each contradiction, with both places.
func conflicts(among facts: [ImportedFact], declared: Set<ThingID>) -> [Diagnostic] {
  // Names that stand in an upstream or an alias mean a machine only where there is one of that name.
  let known = facts.compactMap { fact -> ImportedFact? in
    guard fact.property == ImportedFact.hearsay else { return fact.property == ImportedFact.server ? nil : fact }
    guard declared.contains(fact.subject) else { return nil }
    var address = fact
    address.property = "address"
    return address
  }
  let owned = facts.filter { $0.property == "address" }
  let contradictions = contradictions(among: known)
  // What is known to contradict a machine's record is no machine that nobody knows.
  let told = Set(contradictions.compactMap(\.location))
  let strays = strayServers(among: facts, owned: owned).filter { stray in
    stray.location.map { !told.contains($0) } ?? true
  }
  return contradictions + sharedAddresses(among: owned) + strays
}

private struct Statement: Hashable {
  var subject: ThingID
  var property: String
}

private func contradictions(among facts: [ImportedFact]) -> [Diagnostic] {
  var first: [Statement: ImportedFact] = [:]
  var reported: Set<ImportedFact> = []
  return facts.compactMap { fact in
    let statement = Statement(subject: fact.subject, property: fact.property)
    guard let earlier = first[statement] else {
      first[statement] = fact
      return nil
    }
    guard earlier.value != fact.value, reported.insert(fact).inserted else { return nil }
    return ConflictRules.statedOnce.diagnostic(
      about: fact.subject, at: fact.place,
      "'\(fact.value)' is the \(fact.property) of \(fact.subject) here, and '\(earlier.value)' elsewhere",
      notes: [Diagnostic.Note("'\(earlier.value)' stands here, and is what was imported", at: earlier.place)],
      solutions: ["find out which one is true, and correct the Swift"])
  }
}

private func sharedAddresses(among facts: [ImportedFact]) -> [Diagnostic] {
  var first: [String: ImportedFact] = [:]
  var reported: Set<ImportedFact> = []
  return facts.compactMap { fact in
    guard let earlier = first[fact.value] else {
      first[fact.value] = fact
      return nil
    }
    guard earlier.subject != fact.subject, reported.insert(fact).inserted else { return nil }
    return ConflictRules.addressHasOneOwner.diagnostic(
      about: fact.subject, at: fact.place,
      "\(fact.value) is the address of \(fact.subject) here, and of \(earlier.subject) elsewhere",
      notes: [Diagnostic.Note("\(earlier.subject) has it here", at: earlier.place)])
  }
}

/// Upstreams that lead to an address which no machine has, among addresses of machines (the same /24).
private func strayServers(among facts: [ImportedFact], owned: [ImportedFact]) -> [Diagnostic] {
  let addresses = Dictionary(owned.map { ($0.value, $0) }, uniquingKeysWith: { first, _ in first })
  let neighbours = Dictionary(
    owned.compactMap { fact in neighbourhood(of: fact).map { ($0, fact) } }, uniquingKeysWith: { first, _ in first })
  var reported: Set<ImportedFact> = []
  return facts.compactMap { fact in
    guard fact.property == ImportedFact.server, addresses[fact.value] == nil,
      let neighbour = neighbourhood(of: fact).flatMap({ neighbours[$0] }), reported.insert(fact).inserted
    else { return nil }
    return ConflictRules.serverIsAMachine.diagnostic(
      at: fact.place, "upstream '\(fact.subject.name)' leads to \(fact.value), which no imported machine has",
      notes: [Diagnostic.Note("machines of that network are stated here", at: neighbour.place)],
      solutions: ["find out whether the machine is gone, or missing from the inventory"])
  }
}

private func neighbourhood(of fact: ImportedFact) -> UInt32? { IPv4Address(fact.value).map { $0.bits >> 8 } }
