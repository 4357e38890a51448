/// Texts that formats trip over.
enum NastyTexts {
  static let all: [String] = words + numbers + dates + punctuation + blanks + breaks + characters + markup + long

  /// Foundation drops a byte order mark at the start of every string it decodes, and Yams decodes through it; Python does
  /// not, and reads all of them.
  static let notStartingWithMark = all.filter { !$0.unicodeScalars.starts(with: ["\u{FEFF}"]) }

  static let words = [
    "y", "n", "Y", "N", "yes", "no", "Yes", "NO", "on", "off", "On", "OFF", "true", "false", "True", "FALSE", "null",
    "Null", "NULL", "~", "=", "<<", "nan", "NaN", "inf", "Infinity", "None", "undefined", "nil", "yes please",
    "not", "ye", "offline", "once", "truth", "nullable",
  ]

  static let numbers = [
    "0", "1", "-1", "+1", "0755", "0o755", "0x1F", "0b101", "1e3", "1E3", "1.5", "-1.5", "+.5", ".5", "5.", "1.",
    "1_000",
    "1,000", "22:22", "8080:80", "190:20:30", "190:20:30.15", "00:11:22:33:44:55", "52:54:00:12:34:56", ".inf", "-.inf",
    "+.Inf", ".nan", ".NaN", "1.2.3", "1.35.4", "192.168.10.1", "192.168.10.0/24", "::1", "fe80::1", "fd00:10::2",
    "10k",
    "5Gi", "500m", "15s", "100d", "12e03", "deadbeef", "3e8a", "685e5", "685_230.15", "0.1e-7", "1e", "0x", "0o8", "08",
    "99999999999999999999999999", "-0", "-", "--", "+", ".", "..", "...", "....", "1-2", "1/2", "50%",
  ]

  static let dates = [
    "2024-01-01", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.10 -5", "2001-12-14T21:59:43Z", "12:30",
    "2024-01", "2024-1-1", "12:30:45.5",
  ]

  static let punctuation = [
    "---", "--- a", "--help", "-x", "- item", "-item", "? key", "?", ": value", ":", "::", "a: b", "a:b", "a:", "a #b",
    "a#b", "#comment", "&anchor", "*alias", "!tag", "!!str a", "|", "|-", ">", "> folded", "%TAG", "@at", "`tick`", "'",
    "''", "'a'", "\"", "\"a\"", "a'b", "a\"b", "a'b\"c", "\\", "a\\b", "\\n", "{", "}", "{}", "{a: b}", "[", "]", "[]",
    "[a, b]", "a, b", ",", "{{ name }}", "{% if %}", "${VAR}", "$VAR", "$$", "a ---", "a = b", "key: [1, 2]: x", "a:#b",
    "x: 'y", "it's: \"z\"", "/regex/\\d+{2}$", "C:\\dir\\", "a\\", "http://h:80/p?q=1&r=2#f", "*", "*.lab.example", "&",
    "!",
  ]

  static let blanks = [
    "", " ", "  ", " a", "a ", " a ", "a  b", "\t", "\ta", "a\t", "a\tb", "\u{A0}", "\u{A0}a", "a\u{A0}", "\u{3000}",
    "\u{200B}", "a\u{200B}", "\u{2003}a",
  ]

  static let breaks = [
    "\n", "\n\n", "a\n", "a\n\n", "\na", "\n\na", "a\nb", "a\nb\n", "a\n\nb\n", "a\n\n\n\nb", "a \nb", "a\t\nb",
    " a\nb",
    "\ta\nb", "a\n b", "a\n  b\n c\n", "a\n\tb\n", "\r", "a\r", "\r\n", "a\r\nb", "a\r\nb\r\n", "a\rb", "a\u{85}b",
    "a\u{2028}b", "a\u{2029}b", "\u{85}", "a\u{B}b", "a\u{C}b", "a\nb ", "a\nb\n ",
    "#!/bin/sh\nset -e\n\necho \"$1\"\n",
    "--- a\n--- b\n", "...\n", "a: b\nc: d\n", "- a\n- b\n", "# a\nb\n", "\n#a", "\\\n\\", "  \n  ",
  ]

  static let characters = [
    "\0", "a\0b", "\u{1}", "\u{7}", "\u{8}", "\u{1B}[31m", "\u{7F}", "\u{80}", "\u{9F}", "\u{FEFF}", "\u{FEFF}a",
    "a\u{FEFF}b",
    "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{1FFFE}", "\u{10FFFF}", "ä", "größe", "日本語", "😀", "👩‍👩‍👧‍👦", "e\u{301}",
    "\u{202E}abc",
    "\u{E000}", "\u{10000}", "🇩🇪", "ﬁ", "İ", "ß",
  ]

  static let markup = [
    "<script>alert(1)</script>", "</script>", "<!--", "-->", "]]>", "<![CDATA[", "&amp;", "&lt;", "&#0;", "a&b",
    "<a b='c'>",
    "javascript:alert(1)", "'; drop table x; --", "$(reboot)", "`reboot`", "%s%n", "%5C", "a;b", "a{b}c", "a|b", "\\N",
    "\\G",
  ]

  static let long = [
    String(repeating: "a", count: 1023), String(repeating: "a", count: 1025), String(repeating: "k ", count: 5000),
    String(repeating: "ä", count: 600), String(repeating: "word ", count: 60) + "end",
    String(repeating: "line of text\n", count: 300),
  ]
}
