import LabLanguage
import LabModel

let fast = Pool("fast", size: .days(40))  // expected-error {{type 'DataSize' has no member 'days'}}
