// Identities that Graphviz gives to the names in a graph: 1, 2, 3 ... in the order of their first appearance.
//
// Left to itself, Graphviz takes the address of each name for its identity and lists clusters in the order of identities:
// the same graph would then be drawn differently from one time to the next, as memory happens to be laid out.
#ifndef GRAPHVIZ_SHIM_NAMES_H
#define GRAPHVIZ_SHIM_NAMES_H

#include <cgraph.h>

extern Agiddisc_t graphviz_shim_names;

#endif
