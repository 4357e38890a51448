import ComposeFile
import Diagnostics
import SourceDocuments

/// The rules of imports.
public enum ImportRules {
  /// Every rule of this module.
  public static let all =
    SourceRules.all + WritingRules.all + AnsibleRules.all + KubernetesRules.all + ConflictRules.all
    + NginxRules.all
    + ComposeRules.all + ComposeImportRules.all
}
