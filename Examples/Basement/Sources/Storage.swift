import Rackbook

let tank = Pool("tank", size: .tib(40))
let truenas = TrueNAS("truenas", version: "25.10", at: storageNetwork["192.168.2.24"]) { tank }

let volume1 = Pool("volume1", size: .tib(80))
let synology = Synology("synology", version: "7.2", at: home["192.168.1.230"]) { volume1 }

let iscsi = StorageClass("freenas-iscsi-csi", on: tank, protocol: .iscsi)
let nfs = StorageClass("freenas-nfs-csi", on: tank, protocol: .nfs)
let media = StorageClass("synology-media", on: volume1, protocol: .nfs)

// What several services share is declared once and named in each of them.
let video = Volume("video", .tib(24), on: media).shared()
  .notBackedUp(because: "films and series can be fetched again")
let music = Volume("music", .tib(24), on: media).shared()
  .notBackedUp(because: "the records are still on the shelf")
let downloads = Volume("downloads", .gib(500), on: media).shared()
  .notBackedUp(because: "it passes through")

let storage: [any Component] = [truenas, synology, iscsi, nfs, media]
