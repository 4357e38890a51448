import LabLanguage
import LabModel

let nas = Synology("nas", version: "7.2", at: lan["192.168.10.30"]) {
  Volume("data", .gib(10), on: iscsi)  // expected-error {{only Pool and NIC stand in a NAS; a Volume belongs}}
}
