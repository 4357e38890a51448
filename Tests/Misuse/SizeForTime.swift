import LabLanguage
import LabModel

let safe = database.backedUp(
  every: .gib(6),  // expected-error {{type 'Interval' has no member 'gib'}}
  keep: .days(30), to: truenas)
