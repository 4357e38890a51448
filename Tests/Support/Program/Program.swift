import LabTexts

@main struct Program {
  static func main() throws { try LabTextProgram.run(labs) }
}
