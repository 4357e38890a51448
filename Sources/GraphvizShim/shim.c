#define _GNU_SOURCE  // dladdr
#include "graphviz_shim.h"

#include "names.h"

#include <dlfcn.h>
#include <graphviz_version.h>
#include <gvc.h>
#include <gvplugin.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __APPLE__
#define PLUGIN_PATH "%.*s/graphviz/libgvplugin_%s.%d.dylib"
#else
#define PLUGIN_PATH "%.*s/graphviz/libgvplugin_%s.so.%d"
#endif

// What is used of Graphviz. On Linux it is loaded when the first picture is drawn, so that a lab's program also starts where
// Graphviz is not installed: in an emergency it has a runbook to run, and no picture to draw (decision 0011).
#define EACH_NAME(DO) \
  DO(AgMemDisc) DO(agclose) DO(agread) DO(agreadline) DO(agseterrf) DO(gvAddLibrary) DO(gvContextPlugins) \
  DO(gvFreeContext) DO(gvFreeLayout) DO(gvLayout) DO(gvRenderData)

#define MEMBER(name) __typeof__(&name) name;
static struct {
  EACH_NAME(MEMBER)
} graphviz;

static char *collected;

static int collect(char *message) {
  size_t had = collected ? strlen(collected) : 0;
  size_t more = strlen(message);
  // Thousands of warnings say no more than the first ones.
  if (had + more > 65536) return 0;
  char *grown = realloc(collected, had + more + 1);
  if (!grown) return 0;
  memcpy(grown + had, message, more + 1);
  collected = grown;
  return 0;
}

static void complain(const char *what, const char *about) {
  char message[PATH_MAX + 128];
  snprintf(message, sizeof message, "Error: %s%s\n", what, about);
  collect(message);
}

#ifdef __APPLE__
static int load_graphviz(void) {
#define TAKE(name) graphviz.name = &name;
  EACH_NAME(TAKE)
  return 1;
}
#else
static int load_graphviz(void) {
  static void *library;
  if (library) return 1;
  // The library and its plugin interface have often had the same number, but need not.
  const int numbers[] = {GVPLUGIN_VERSION, 6, 7};
  char name[32];
  for (size_t i = 0; !library && i < sizeof numbers / sizeof *numbers; i++) {
    snprintf(name, sizeof name, "libgvc.so.%d", numbers[i]);
    library = dlopen(name, RTLD_NOW | RTLD_GLOBAL);
  }
  if (!library) {
    complain("Graphviz is not installed: there is no ", "libgvc");
    return 0;
  }
#define TAKE(name) \
  if (!(graphviz.name = (__typeof__(graphviz.name))dlsym(library, #name))) { \
    complain("this version of Graphviz lacks ", #name); \
    dlclose(library); \
    library = NULL; \
    return 0; \
  }
  EACH_NAME(TAKE)
  return 1;
}
#endif

// The plugins lie in the folder "graphviz" beside libgvc, under the version of the plugin interface.
static int load_plugin(GVC_t *context, const char *name) {
  Dl_info library;
  if (!dladdr((void *)graphviz.gvFreeContext, &library) || !library.dli_fname) {
    complain("cannot find out where Graphviz is installed", "");
    return 0;
  }
  const char *slash = strrchr(library.dli_fname, '/');
  int folder = slash ? (int)(slash - library.dli_fname) : 0;
  char path[PATH_MAX];
  snprintf(path, sizeof path, PLUGIN_PATH, folder, library.dli_fname, name, GVPLUGIN_VERSION);
  char symbol[128];
  snprintf(symbol, sizeof symbol, "gvplugin_%s_LTX_library", name);
  void *plugin = dlopen(path, RTLD_NOW);
  gvplugin_library_t *entry = plugin ? dlsym(plugin, symbol) : NULL;
  if (!entry) {
    complain("cannot load the Graphviz plugin ", path);
    return 0;
  }
  graphviz.gvAddLibrary(context, entry);
  return 1;
}

static GVC_t *shared_context(void) {
  static GVC_t *context;
  if (context) return context;
  GVC_t *fresh = graphviz.gvContextPlugins(NULL, 0);
  if (!fresh) return NULL;
  if (!load_plugin(fresh, "core") || !load_plugin(fresh, "dot_layout") || !load_plugin(fresh, "neato_layout")) {
    graphviz.gvFreeContext(fresh);
    return NULL;
  }
  context = fresh;
  return context;
}

// Hands out text line by line, as Graphviz' own reader does.
static int read_line(void *text, char *buffer, int room) {
  const char **rest = text;
  int length = 0;
  while (length < room && (*rest)[length] && (length == 0 || (*rest)[length - 1] != '\n')) length++;
  memcpy(buffer, *rest, (size_t)length);
  *rest += length;
  return length;
}

static int no_write(void *text, const char *line) {
  (void)text;
  (void)line;
  return 0;
}

static int no_flush(void *text) {
  (void)text;
  return 0;
}

static Agraph_t *parse(const char *dot) {
  static Agiodisc_t reading = {read_line, no_write, no_flush};
  Agdisc_t discipline = {graphviz.AgMemDisc, &graphviz_shim_names, &reading};
  graphviz.agreadline(1);  // or lines would be counted on from the last graph
  Agraph_t *graph = graphviz.agread(&dot, &discipline);
  if (!graph && !collected) complain("there is no graph in the text", "");
  // What is left of the text would be read as the beginning of the next graph.
  for (Agraph_t *more = graph; more && (more = graphviz.agread(&dot, &discipline));) graphviz.agclose(more);
  return graph;
}

static int draw(GVC_t *context, const char *dot, const char *engine, char **svg, size_t *length) {
  Agraph_t *graph = parse(dot);
  if (!graph) return 1;
  int failed = graphviz.gvLayout(context, graph, engine);
  if (!failed) {
    // Newer versions give the length as size_t.
    __typeof__(_Generic(&gvRenderData,
        int (*)(GVC_t *, graph_t *, const char *, char **, unsigned int *): 0u,
        default: (size_t)0)) bytes = 0;
    failed = graphviz.gvRenderData(context, graph, "svg", svg, &bytes);
    *length = bytes;
    graphviz.gvFreeLayout(context, graph);
  }
  graphviz.agclose(graph);
  return failed || !*svg;
}

int graphviz_shim_render(const char *dot, const char *engine, char **svg, size_t *length, char **messages) {
  *svg = NULL;
  *length = 0;
  int failed = 1;
  if (load_graphviz()) {
    agusererrf before = graphviz.agseterrf(collect);
    GVC_t *context = shared_context();
    if (context) failed = draw(context, dot, engine, svg, length);
    graphviz.agseterrf(before);
  }
  *messages = collected;
  collected = NULL;
  return failed;
}

void graphviz_shim_free(char *memory) {
  free(memory);
}
