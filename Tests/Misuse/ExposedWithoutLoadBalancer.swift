import LabLanguage
import LabModel

// expected-error@+1 {{missing argument for parameter 'through' in call}}
let wiki = database.exposed(at: "wiki.lab.example", nodePort: 30080)
