/// A calendar of days that come again, as RFC 5545 wants it: escaped, folded after 75 bytes, lines ended by CR LF.
public struct ICalendar: Sendable, Hashable {
  /// Something that takes a day, and comes again after a number of months.
  public struct Event: Sendable, Hashable {
    /// Its identity, which must never change: programs replace the event of the same identity.
    public var uid: String
    /// The first day, `2027-03-01`.
    public var day: String
    /// After how many months it comes again, from 1.
    public var months: Int
    /// What it is called.
    public var summary: String
    /// What there is to do.
    public var description: String

    /// Describes an event.
    ///
    /// - Parameters:
    ///   - uid: Its identity, which must never change.
    ///   - day: The first day, `2027-03-01`.
    ///   - months: After how many months it comes again, from 1.
    ///   - summary: What it is called.
    ///   - description: What there is to do.
    public init(uid: String, day: String, months: Int, summary: String, description: String) {
      self.uid = uid
      self.day = day
      self.months = months
      self.summary = summary
      self.description = description
    }
  }

  /// What programs call the calendar.
  public var name: String
  /// Its events, in order.
  public var events: [Event]

  /// Makes a calendar.
  ///
  /// - Parameters:
  ///   - name: What programs call it.
  ///   - events: Its events, in order.
  public init(_ name: String, _ events: [Event]) {
    self.name = name
    self.events = events
  }

  /// The calendar's file.
  ///
  /// The time that the format wants of each event is the beginning of its first day, so that the file says nothing of
  /// when it was written.
  public var text: String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rackbook//Drills//EN", "CALSCALE:GREGORIAN"]
    lines.append("X-WR-CALNAME:\(Self.escaped(name))")
    for event in events {
      let day = event.day.filter { $0 != "-" }
      lines += [
        "BEGIN:VEVENT", "UID:\(Self.escaped(event.uid))", "DTSTAMP:\(day)T000000Z", "DTSTART;VALUE=DATE:\(day)",
        "RRULE:FREQ=MONTHLY;INTERVAL=\(max(1, event.months))", "SUMMARY:\(Self.escaped(event.summary))",
        "DESCRIPTION:\(Self.escaped(event.description))", "TRANSP:TRANSPARENT", "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  /// Text as a value: marks escaped, line ends as `\n`, what cannot stand in a file replaced.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "\n": escaped += "\\n"
      case "\r": break
      case _ where UnsafeCharacters.mustBeEscaped(scalar): escaped += scalar == "\t" ? " " : "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A line of at most 75 bytes, what is more on lines that begin with a blank; no character is cut in two.
  static func folded(_ line: String) -> String {
    var folded = ""
    var room = 75
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if width > room {
        folded += "\r\n "
        room = 74
      }
      folded.unicodeScalars.append(scalar)
      room -= width
    }
    return folded
  }
}
