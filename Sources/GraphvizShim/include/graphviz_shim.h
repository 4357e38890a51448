// Graphviz in process, for callers that hold a lock: Graphviz is not thread-safe, and neither is this.
//
// Only Graphviz' own plugins for text output and layout are loaded. Those that measure text with the fonts of the machine
// stay out, so that a picture is the same to the byte on every machine with this version of Graphviz.
#ifndef GRAPHVIZ_SHIM_H
#define GRAPHVIZ_SHIM_H

#include <stddef.h>

// Lays a graph out and draws it as SVG.
//
// dot:      the graph, UTF-8.
// engine:   "dot", "neato", "fdp", "sfdp", "osage", "patchwork", "twopi" or "circo".
// svg:      receives the picture, or NULL if there is none.
// length:   receives its length in bytes.
// messages: receives what Graphviz had to say, errors and warnings, or NULL if that was nothing.
//
// Returns 0 if there is a picture. Whatever was received is given back with graphviz_shim_free.
int graphviz_shim_render(const char *dot, const char *engine, char **svg, size_t *length, char **messages);

void graphviz_shim_free(char *memory);

#endif
