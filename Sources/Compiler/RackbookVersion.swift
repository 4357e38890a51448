/// The version of Rackbook, as journals and snapshots name it.
public let rackbookVersion = "0.1.0"
