import LabLanguage
import LabModel

let wired = lan.needs(km01)  // expected-error {{value of type 'Network' has no member 'needs'}}
