import LabLanguage
import LabModel

let web = Service("web", in: lan)  // expected-error {{argument type 'Network' does not conform to expected type 'Place'}}
