import LabLanguage
import LabModel

// expected-error@+1 {{cannot convert value of type 'String' to specified type 'SecretReference'}}
let password: SecretReference = "hunter2"
