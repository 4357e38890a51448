import LabLanguage
import LabModel

// expected-error@+1 {{missing argument for parameter 'because' in call}}
let notes = ExtraFile("notes", at: "notes/lab.txt", text: "As it was built.")
