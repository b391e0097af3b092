#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.h"

namespace trueup::canonical {

/// What one of PostgreSQL's own extensions brings, a line of the table that scripts/builtins makes: 't' type, 'f'
/// function, 'o' operator, 'c' cast, 'p' default operator class. Names in it are qualified.
struct ExtensionLine {
  char kind = 't';
  std::string schema;  ///< where the extension's members live
  std::vector<std::string> fields;
};

/// The lines of every extension that `catalog` states or has members of. An extension whose schema nobody stated is
/// taken to live where its members do, else in public.
[[nodiscard]] std::vector<ExtensionLine> installed_extensions(const Catalog& catalog);

}  // namespace trueup::canonical
