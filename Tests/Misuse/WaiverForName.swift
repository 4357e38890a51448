import LabLanguage
import LabModel

// expected-error@+1 {{argument type 'String' does not conform to expected type 'Component'}}
let waiver = Waiver("RB0205", for: "km01", until: "2027-03-01", because: "the new board arrives in February")
