import LabLanguage
import LabModel

let web = VM(
  "web", id: 131, on: pve1, at: lan["192.168.10.31"], cores: 2, memory: .gib(2), disk: .gib(20),
  // expected-error@+1 {{missing argument for parameter 'from' in call}}
  store: disks)
