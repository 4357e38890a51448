#define _GNU_SOURCE
#include "file_system.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#ifdef __APPLE__

int rackbook_exchange(const char *left, const char *right) { return renamex_np(left, right, RENAME_SWAP); }

int rackbook_sync(int file) { return fcntl(file, F_FULLFSYNC); }

#else

int rackbook_exchange(const char *left, const char *right) {
  return renameat2(AT_FDCWD, left, AT_FDCWD, right, RENAME_EXCHANGE);
}

int rackbook_sync(int file) { return syncfs(file); }

#endif
