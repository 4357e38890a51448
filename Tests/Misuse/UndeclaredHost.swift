import LabLanguage
import LabModel

let web = Service("web", in: km09)  // expected-error {{cannot find 'km09' in scope}}
