import LabLanguage
import LabModel

let wiki = Service("wiki", in: km01) {
  Container("wiki:2.5.0", port: 3000)
  // expected-error@+1 {{only parts such as Container and Volume stand in a Service; declare this in the lab}}
  Patch("cpu", of: "terraform/lab/main.tf.json", because: "the old board lacks AES", .remove("/cpu"))
}
