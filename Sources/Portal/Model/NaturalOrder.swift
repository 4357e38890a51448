/// Whether a name comes before another as people count: `kube2` before `kube10`.
func naturally(_ left: String, _ right: String) -> Bool {
  let leftPieces = pieces(left), rightPieces = pieces(right)
  for (one, other) in zip(leftPieces, rightPieces) where one != other {
    if let first = Int(one), let second = Int(other), first != second { return first < second }
    return one < other
  }
  return (leftPieces.count, left) < (rightPieces.count, right)
}

/// Digits and other letters apart, in lower case.
private func pieces(_ name: String) -> [String] {
  var pieces: [String] = []
  var wasDigit: Bool?
  for letter in name.lowercased() {
    let isDigit = ("0"..."9").contains(letter)
    if isDigit == wasDigit { pieces[pieces.count - 1].append(letter) } else { pieces.append(String(letter)) }
    wasDigit = isDigit
  }
  return pieces
}
