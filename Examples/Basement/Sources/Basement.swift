@main struct Basement { static func main() { print("Basement") } }
