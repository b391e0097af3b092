#pragma once

#include <string>
#include <vector>

#include "ddl/rules.h"

namespace trueup::ddl {

/// The tables and schemas of a publication.
[[nodiscard]] std::vector<const Object*> publication_members(const ObjectId& publication, const Catalog& catalog);

/// A member as CREATE and ALTER PUBLICATION name it: "TABLE public.t (a) WHERE (a > 0)", "TABLES IN SCHEMA s".
[[nodiscard]] std::string published(const Object& member, const Context& context);

}  // namespace trueup::ddl
