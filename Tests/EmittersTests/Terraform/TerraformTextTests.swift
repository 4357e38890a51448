import Testing

@testable import Emitters

@Suite("Text in Terraform's JSON")
struct TerraformTextTests {
  @Test(
    "a sign before a brace is doubled, so that no text becomes an expression",
    arguments: [
      ("plain", "plain"), ("${var.x}", "$${var.x}"), ("%{ if x }", "%%{ if x }"), ("$${x}", "$$${x}"),
      ("$", "$"), ("{}", "{}"), ("$ {", "$ {"), ("é${", "é$${"), ("", ""),
    ])
  func literal(text: String, written: String) {
    #expect(TerraformText.literalKey(text) == written)
  }

  @Test(
    "a block's name begins with a letter and has no signs",
    arguments: [
      ("nginx-lb01", "nginx-lb01"), ("01lb", "_01lb"), ("-x", "_-x"), ("a b", "a_b"), ("ü", "_"), ("", "_"),
    ])
  func identifier(name: String, written: String) {
    #expect(TerraformText.identifier(name) == written)
  }
}
