import LabLanguage
import LabModel

let web = Service("web", in: km01) {
  Container("nginx:1.28.0", port: 80)
  // expected-error@+1 {{cannot convert value of type 'String' to expected argument type 'SecretReference'}}
  Environment("DB_PASSWORD", from: "hunter2")
}
