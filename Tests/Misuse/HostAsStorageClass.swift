import LabLanguage
import LabModel

let web = Service("web", in: km01) {
  // expected-error@+1 {{cannot convert value of type 'ProxmoxHost' to expected argument type 'StorageClass'}}
  Volume("data", .gib(10), on: pve1)
}
