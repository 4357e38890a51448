import Diagnostics
import LabLanguage
import LabModel

let policy = Policy(
  "HOME001", .error, "the lab has a service", why: "A lab is there for something.", remedy: "Add a `Service`."
) { lab, _ in
  // expected-error@+1 {{cannot convert value of type 'Bool' to closure result type '[Diagnostic]'}}
  lab.all(Service.self).isEmpty
}
