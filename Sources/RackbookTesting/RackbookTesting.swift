// The one import of a lab's unit tests: what compiling gives, and what can be asked of it.
@_exported import Analysis
@_exported import Blueprint
@_exported import Compiler
@_exported import Diagnostics
@_exported import Documents
@_exported import LabLanguage
@_exported import LabModel
@_exported import Runbooks
