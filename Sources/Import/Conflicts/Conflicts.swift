import Diagnostics

/// Compares what sources state: one thing with two values, and one address with two owners.
///
/// - Parameter facts: What the sources state, in order.
/// - Returns: A diagnostic for each contradiction, with both places.
func conflicts(among facts: [ImportedFact]) -> [Diagnostic] {
  contradictions(among: facts) + sharedAddresses(among: facts)
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
    guard fact.property == "address" else { return nil }
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
