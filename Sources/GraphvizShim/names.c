#include "names.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// A hash table with open addressing: slots hold the number of a name, 0 for none. Names count from 1.
typedef struct {
  char **names;
  size_t count;
  size_t *slots;
  size_t slot_count;
  IDTYPE nameless;
} names_t;

static size_t hash(const char *text) {
  uint64_t sum = 0xcbf29ce484222325u;
  for (; *text; text++) sum = (sum ^ (unsigned char)*text) * 0x100000001b3u;
  return (size_t)(sum ^ (sum >> 32));
}

// The slot that holds a name, or the free one where it belongs.
static size_t *slot(const names_t *all, const char *name) {
  size_t at = hash(name) & (all->slot_count - 1);
  while (all->slots[at] && strcmp(all->names[all->slots[at]], name)) at = (at + 1) & (all->slot_count - 1);
  return &all->slots[at];
}

static int grow(names_t *all) {
  size_t wanted = all->slot_count * 2;
  char **names = realloc(all->names, wanted * sizeof *names);
  if (!names) return 0;
  all->names = names;
  size_t *slots = calloc(wanted, sizeof *slots);
  if (!slots) return 0;
  free(all->slots);
  all->slots = slots;
  all->slot_count = wanted;
  for (size_t i = 1; i <= all->count; i++) *slot(all, all->names[i]) = i;
  return 1;
}

static void *open_names(Agraph_t *graph, Agdisc_t *discipline) {
  (void)graph;
  (void)discipline;
  names_t *all = calloc(1, sizeof *all);
  if (!all) return NULL;
  all->slot_count = 32;
  if (grow(all)) return all;
  free(all->names);
  free(all);
  return NULL;
}

static size_t number(names_t *all, const char *name) {
  if (all->count * 2 >= all->slot_count && !grow(all)) return 0;
  char *copy = strdup(name);
  if (!copy) return 0;
  all->names[++all->count] = copy;
  return *slot(all, copy) = all->count;
}

// Names have even identities, things without a name odd ones.
static long map(void *state, int kind, char *name, IDTYPE *id, int create) {
  (void)kind;
  names_t *all = state;
  if (!name) {
    *id = all->nameless++ * 2 + 1;
    return 1;
  }
  size_t found = *slot(all, name);
  if (!found && create) found = number(all, name);
  *id = (IDTYPE)found * 2;
  return found != 0;
}

static long claim(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
  return 0;
}

static void forget(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
}

static char *print(void *state, int kind, IDTYPE id) {
  (void)kind;
  names_t *all = state;
  return id % 2 == 0 && id / 2 >= 1 && id / 2 <= all->count ? all->names[id / 2] : NULL;
}

static void close_names(void *state) {
  names_t *all = state;
  for (size_t i = 1; i <= all->count; i++) free(all->names[i]);
  free(all->names);
  free(all->slots);
  free(all);
}

static void note(void *state, int kind, void *object) {
  (void)state;
  (void)kind;
  (void)object;
}

Agiddisc_t graphviz_shim_names = {open_names, map, claim, forget, print, close_names, note};
