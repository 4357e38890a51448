import LabLanguage
import LabModel

// expected-error@+1 {{missing argument for parameter 'until' in call}}
let waiver = Waiver("RB0205", for: km01, because: "the new board arrives in February")
