#pragma once

// Calls of the operating system that Swift does not see: feature-test macros hide them, or they have no common name.

/// Swaps two paths of one file system in one step. Gives 0, or -1 with errno set; EINVAL and ENOSYS mean that the file
/// system cannot.
int rackbook_exchange(const char *left, const char *right);

/// Writes everything of the file system that an open file lies on to the disk. Gives 0, or -1 with errno set.
int rackbook_sync(int file);
