#ifndef RACKBOOK_SHIPPED_FILES_H
#define RACKBOOK_SHIPPED_FILES_H

#include <stddef.h>

// A file of this repository that travels inside the binary; its path is from the top of the repository.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t length;
} RackbookShippedFile;

size_t rackbook_shipped_file_count(void);

// The index must be below the count.
RackbookShippedFile rackbook_shipped_file(size_t index);

#endif
