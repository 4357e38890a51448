import LabLanguage
import LabModel

let class2 = StorageClass("iscsi2", on: tank)  // expected-error {{missing argument for parameter 'protocol' in call}}
