// The one import of a lab file: the words, the systems, and what they are made of.
@_exported import Analysis
@_exported import Diagnostics
@_exported import struct Documents.Node
@_exported import LabLanguage
@_exported import LabModel
@_exported import Systems
