import LabLanguage
import LabModel

let open = database.exposed(
  at: "db.lab.example",
  through: km01,  // expected-error {{argument type 'BareMetalHost' does not conform to expected type 'Frontend'}}
  nodePort: 30000)
