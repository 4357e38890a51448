import Blueprint

/// The rules that concern the whole lab, one line each; rules that only one system needs stand in its descriptor.
public let checks: [Check] = []
