import LabLanguage
import LabModel

let safe = database.backedUp(
  every: .hours(6), keep: .days(30),
  to: tank)  // expected-error {{argument type 'Pool' does not conform to expected type 'NetworkStorage'}}
