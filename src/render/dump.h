#pragma once

#include <map>
#include <string>

#include "base/result.h"
#include "model/catalog.h"

namespace trueup::render {

/// `catalog` as SQL that makes it from an empty database: the way from nothing, one blank line between objects.
/// Cluster-wide roles are left out. Equal catalogs give equal bytes. Fails as plan::make does.
[[nodiscard]] Result<std::string> dump(const Catalog& catalog);

/// The same cut into files by path: "public/tables/orders.sql" holds a table with its columns, constraints, indexes,
/// triggers, policies and owned sequences; a view, type or routine (all of one name) has its own. As a desired state
/// the directory means the same as dump(): between files there is no order.
[[nodiscard]] Result<std::map<std::string, std::string>> dump_split(const Catalog& catalog);

}  // namespace trueup::render
