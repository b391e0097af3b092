#pragma once

// toml++ without exceptions, compiled where it is included: keep that to this layer's .cc files.
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>
