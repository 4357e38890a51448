import Blueprint
import Emitters
import LabModel

/// The kinds of system that a lab has, each once, in the order of declaration: also those that do not ship.
func descriptors(of lab: ResolvedLab) -> [SystemDescriptor] {
  var kinds: Set<String> = []
  return lab.all((any System).self)
    .map { type(of: $0).descriptor }
    .filter { kinds.insert($0.kind).inserted }
}

/// What writes the files of a lab: every emitter that ships, then those that its own systems bring.
func emitters(of lab: ResolvedLab) -> [any Emitter] {
  let shipped = Emitters.emitters
  var names = Set(shipped.map(\.name))
  return shipped + descriptors(of: lab).flatMap(\.emitters).filter { names.insert($0.name).inserted }
}
