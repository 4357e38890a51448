/// The version of Rackbook, as journals name it.
let rackbookVersion = "0.1.0"
