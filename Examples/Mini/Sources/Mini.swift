@main struct Mini { static func main() { print("Mini") } }
