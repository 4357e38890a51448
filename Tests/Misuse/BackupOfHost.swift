import LabLanguage
import LabModel

// expected-error@+1 {{value of type 'BareMetalHost' has no member 'notBackedUp'}}
let safe = km01.notBackedUp(because: "it is a computer")
