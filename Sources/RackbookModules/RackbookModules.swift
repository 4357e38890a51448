// The one import of a package that adds a system: contracts and resources, the words and what they are made of, text
// formats, diagnostics. What is not visible through here is no public API of a module: see docs/writing-a-module.md.
@_exported import Analysis
@_exported import Blueprint
@_exported import Diagnostics
@_exported import Documents
@_exported import LabLanguage
@_exported import LabModel
