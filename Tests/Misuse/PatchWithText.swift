import LabLanguage
import LabModel

// expected-error@+1 {{cannot convert value of type 'String' to expected argument type 'Patch.Operation'}}
let patch = Patch("cpu", of: "terraform/lab/main.tf.json", because: "the old board lacks AES", "/cpu/type = kvm64")
