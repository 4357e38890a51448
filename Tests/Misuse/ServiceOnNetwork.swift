import LabLanguage
import LabModel

// expected-error@+1 {{argument type 'Network' does not conform to expected type 'Place'}}
let web = Service("web", in: lan)
