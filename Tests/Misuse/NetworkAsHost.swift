import LabLanguage
import LabModel

let template = VMTemplate(
  "debian", id: 9001,
  on: lan,  // expected-error {{cannot convert value of type 'Network' to expected argument type 'ProxmoxHost'}}
  operatingSystem: .debian13)
