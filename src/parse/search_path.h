#pragma once

#include "parse/source.h"

namespace trueup::parse {

/// The schemas of a search_path written as one string: `"$user", public`. "$user" is left out.
[[nodiscard]] SearchPath split_search_path(std::string_view list);

/// Fills `path` of every statement: what SET search_path, SELECT set_config('search_path', …), RESET and DISCARD ALL
/// before it in the same script have made of the default (public).
void assign_search_paths(Source& source);

/// True for SELECT set_config('search_path', …), which pg_dump writes.
[[nodiscard]] bool sets_search_path(const Node& node);

}  // namespace trueup::parse
