#include "shipped_files.h"

// Every file below site/, runbooks/ and templates/: two lines each. A test compares this list with the folders.

#pragma clang diagnostic ignored "-Wc23-extensions"

static const RackbookShippedFile files[] = {
#define SHIPPED "../../site/scripts/diagram.js"
#include "embed.h"
#define SHIPPED "../../site/scripts/page.js"
#include "embed.h"
#define SHIPPED "../../site/scripts/search-box.js"
#include "embed.h"
#define SHIPPED "../../site/scripts/search.js"
#include "embed.h"
#define SHIPPED "../../site/scripts/theme.js"
#include "embed.h"
#define SHIPPED "../../site/scripts/tokens.js"
#include "embed.h"
#define SHIPPED "../../site/styles/base.css"
#include "embed.h"
#define SHIPPED "../../site/styles/diagram.css"
#include "embed.h"
#define SHIPPED "../../site/styles/kinds.css"
#include "embed.h"
#define SHIPPED "../../site/styles/layout.css"
#include "embed.h"
#define SHIPPED "../../site/styles/listing.css"
#include "embed.h"
#define SHIPPED "../../site/styles/parts.css"
#include "embed.h"
#define SHIPPED "../../site/styles/print.css"
#include "embed.h"
#define SHIPPED "../../site/styles/runbook.css"
#include "embed.h"
#define SHIPPED "../../site/styles/search.css"
#include "embed.h"
};

size_t rackbook_shipped_file_count(void) { return sizeof(files) / sizeof(files[0]); }

RackbookShippedFile rackbook_shipped_file(size_t index) { return files[index]; }
