import Blueprint

/// The rules that concern the whole lab, one line each; rules that only one system needs stand in its descriptor.
public let checks: [Check] = [
  // The lab as a list of things.
  .usedThingIsListed,
  .nameBelongsToOneThing,
  .nameFitsHostNames,
  .dependenciesFormNoRing,
  .labSettingsFit,
  .hostNameBelongsToOneMachine,

  // Networks and addresses.
  .cidrNamesNetwork,
  .networksStandApart,
  .gatewayIsOnItsNetwork,
  .nameServerIsAddress,
  .vlanTagIsInRange,
  .vlanTagBelongsToOneNetwork,
  .addressCanBeRead,
  .addressIsInItsNetwork,
  .addressCanBeHeld,
  .addressBelongsToOneThing,
  .addressIsOutsideRanges,
  .rangeLiesInItsNetwork,
  .rangesStandApart,

  // Hosts and VMs.
  .vmidIsInRange,
  .vmidBelongsToOneVM,
  .machineHasSubstance,
  .hostHasTheMemory,
  .vmFitsHostCores,
  .hostCoresAreNotOvercommitted,

  // Services.
  .imageIsPinned,
  .imageCanBeRead,
  .stateIsBackedUp,
  .scheduleKeepsRPO,
  .copyOutlivesTheNext,
  .backupIsElsewhere,
  .portIsInRange,
  .nodePortIsInRange,
  .listenersDoNotClash,
  .hostNameLeadsToOnePlace,
  .hostNameIsDNSName,
  .volumeNameBelongsToOneVolume,
  .exposedServiceListens,

  // Storage.
  .poolBelongsToOneNAS,
  .dataFitsItsPool,
  .promisesFitPool,
  .storageHasSize,
  .backupsFitTheirTarget,

  // Addresses that move.
  .vipHasTwoHolders,
  .vipIsOnItsHoldersNetwork,

  // Resilience: what is lost together, what starts first, what fits, what can be promised.
  .muchHangsOnOneThing,
  .membersShareNoHost,
  .membersShareNoStorage,
  .coldStartHasAFirstStep,
  .namesComeFromOutside,
  .breakGlassSaysSomething,
  .vmsFitWithoutAnyHost,
  .restoreKeepsRTO,
  .copiesKeepRPO,
  .restoreHasSpeed,
  .replicaIsElsewhere,

  // Alerts.
  .alertNamesRunbook,
  .alertNameIsItsOwn,
  .alertSaysSomething,

  // Ways round the language.
  .kubernetesObjectSaysWhatItIs,
  .kubernetesKindExists,
  .rawDocumentHoldsNoSecret,
  .rawDocumentHasShape,
  .rawObjectHasItsNamespace,
  .hatchSaysWhy,
]
