// For tests only: stands before the C library and counts the calls that change files. The call whose number is in
// FAULT_AT kills the process, or fails. Built and loaded by Tests/CompilerTests/BuildFaultTests.swift,
// Tests/RunbooksTests/FaultTests.swift and Tests/Kills. What the process starts is left alone.
//
//   FAULT_KIND=kill    the process is killed before the call
//   FAULT_KIND=after   the process is killed after the call
//   FAULT_KIND=half    like kill, but a write has written half of its bytes
//   FAULT_KIND=full    this call and all later ones find the disk full
//   FAULT_KIND=broken  this call fails with an error of the device
//   FAULT_KIND=short   a write writes half of its bytes, and says so
//   FAULT_KIND=unsynced  this call and all later ones that wait for the disk fail
//   FAULT_NOSWAP=1     the file system cannot swap two names
//   FAULT_LOG=FILE     the name of every counted call is added to FILE
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int count;
static int dies_after;

static int is_kind(const char *kind) {
  const char *wanted = getenv("FAULT_KIND");
  return wanted && strcmp(wanted, kind) == 0;
}

__attribute__((constructor)) static void load_once(void) { unsetenv("LD_PRELOAD"); }

static void note(const char *name) {
  const char *log = getenv("FAULT_LOG");
  if (!log) return;
  int file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0644);
  syscall(SYS_write, file, name, strlen(name));
  syscall(SYS_write, file, "\n", 1);
  syscall(SYS_close, file);
}

/// 0: go on. 1: fail with errno. 2: write half, then die. 3: write half.
static int fault(const char *name, int needs_room) {
  note(name);
  count += 1;
  const char *at = getenv("FAULT_AT");
  int number = at ? atoi(at) : 0;
  if (number == 0 || count < number) return 0;
  if (is_kind("full")) {
    errno = ENOSPC;
    return needs_room;
  }
  if (is_kind("unsynced")) {
    errno = EIO;
    return strstr(name, "sync") != NULL;
  }
  if (count > number) return 0;
  if (is_kind("after")) {
    dies_after = 1;
    return 0;
  }
  if (is_kind("short")) return strcmp(name, "write") == 0 ? 3 : 0;
  if (is_kind("half") && strcmp(name, "write") == 0) return 2;
  if (is_kind("kill") || is_kind("half")) raise(SIGKILL);
  errno = EIO;
  return 1;
}

/// What a call has returned; the end of the process, where it is to end after the call.
static long over(long outcome) {
  if (dies_after) raise(SIGKILL);
  return outcome;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define WRITES (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)

int open(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  int mode = flags & O_CREAT ? va_arg(arguments, int) : 0;
  va_end(arguments);
  if ((flags & WRITES) && strncmp(path, "/dev/", 5) != 0 && fault("open", 1)) return -1;
  return over(syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}

/// Programs with large files call it so; on 64 bits it is the same.
int open64(const char *path, int flags, ...) __attribute__((alias("open")));

ssize_t write(int file, const void *bytes, size_t size) {
  // What is said to people, and to processes, is no change of a file.
  struct stat status;
  if (file <= 2 || fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return syscall(SYS_write, file, bytes, size);
  int outcome = fault("write", 1);
  if (outcome == 2) {
    syscall(SYS_write, file, bytes, size / 2);
    raise(SIGKILL);
  }
  if (outcome == 3) return syscall(SYS_write, file, bytes, (size + 1) / 2);
  return outcome ? -1 : over(syscall(SYS_write, file, bytes, size));
}

int mkdir(const char *path, mode_t mode) { return fault("mkdir", 1) ? -1 : over(NEXT(mkdir)(path, mode)); }
int rmdir(const char *path) { return fault("rmdir", 0) ? -1 : over(NEXT(rmdir)(path)); }
int unlink(const char *path) { return fault("unlink", 0) ? -1 : over(NEXT(unlink)(path)); }
int link(const char *from, const char *to) { return fault("link", 1) ? -1 : over(NEXT(link)(from, to)); }
int symlink(const char *to, const char *path) { return fault("symlink", 1) ? -1 : over(NEXT(symlink)(to, path)); }
int rename(const char *from, const char *to) { return fault("rename", 0) ? -1 : over(NEXT(rename)(from, to)); }
int fsync(int file) { return fault("fsync", 1) ? -1 : over(NEXT(fsync)(file)); }
int ftruncate(int file, off_t size) { return fault("ftruncate", 0) ? -1 : over(NEXT(ftruncate)(file, size)); }
int syncfs(int file) { return fault("syncfs", 1) ? -1 : over(NEXT(syncfs)(file)); }

int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
  if (getenv("FAULT_NOSWAP")) {
    errno = EINVAL;
    return -1;
  }
  return fault("renameat2", 0) ? -1 : over(NEXT(renameat2)(from, old, to, new, flags));
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t place) {
  return fault("pwrite", 1) == 1 ? -1 : over(syscall(SYS_pwrite64, file, bytes, size, place));
}
