/// The programs that run on the machines.
enum NUTPrograms {
  /// Fills the password into patterns; the password is never an argument, so no list of processes shows it.
  static let apply = #"""
    # rackbook-nut-apply FILE ...: makes /etc/nut/FILE from /etc/nut/FILE.in, and prints each that changed.
    set -eu
    umask 077
    for name in "$@"; do
      next=$(mktemp "/etc/nut/.$name.XXXXXX")
      awk '
        BEGIN { getline secret < "/etc/nut/rackbook-password"; gsub(/[\\"]/, "\\\\&", secret) }
        { at = index($0, "@PASSWORD@"); if (at) $0 = substr($0, 1, at - 1) secret substr($0, at + 10); print }
      ' "/etc/nut/$name.in" >"$next"
      chown root:nut "$next"
      chmod 0640 "$next"
      if cmp -s "$next" "/etc/nut/$name"; then
        rm "$next"
      else
        mv "$next" "/etc/nut/$name"
        echo "$name"
      fi
    done
    """#

  /// Writes what the node exporter's textfile collector reads.
  static func metrics(of ups: String) -> String {
    #"""
    # Asks the power supply and writes its state for the node exporter.
    set -eu
    folder=/var/lib/prometheus/node-exporter
    next=$(mktemp "$folder/.ups.XXXXXX")
    if status=$(upsc '\#(ups)@localhost' ups.status 2>/dev/null); then reachable=1; else reachable=0 status=; fi
    flag() { case " $status " in *" $1 "*) echo 1 ;; *) echo 0 ;; esac; }
    {
      echo "ups_reachable $reachable"
      echo "ups_on_battery $(flag OB)"
      echo "ups_low_battery $(flag LB)"
      echo "ups_replace_battery $(flag RB)"
    } >"$next"
    chmod 0644 "$next"
    mv "$next" "$folder/ups.prom"
    """#
  }

  static func metricsService(_ program: String) -> String {
    """
    [Unit]
    Description=State of the power supply for Prometheus
    [Service]
    Type=oneshot
    ExecStart=\(program)
    """
  }

  static let metricsTimer = """
    [Unit]
    Description=State of the power supply for Prometheus, every 15 seconds
    [Timer]
    OnBootSec=15
    OnUnitActiveSec=15
    AccuracySec=1
    [Install]
    WantedBy=timers.target
    """
}
