import LabLanguage
import LabModel

// expected-error@+2 {{circular reference}}
// expected-note@+1 {{through reference here}}
let first = Service("first", in: km01).needs(second)
// expected-note@+1 2 {{through reference here}}
let second = Service("second", in: km01).needs(first)
