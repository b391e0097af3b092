#pragma once

#include <string>

#include "db/connection.h"

namespace trueup::introspect {

/// How the catalogs stand, so far as the printing functions (pg_get_viewdef and the like) look at them. They read the
/// newest rows, not those of the transaction's snapshot.
struct CatalogMark {
  std::string
      rows;  ///< counts and checksums of the catalogs' rows; "" when nothing has been written since the snapshot
  std::string query;  ///< what gave them
};

/// The mark as the running transaction's snapshot sees it, of `schemas` (an oid[] literal). To be taken last, in a
/// transaction of REPEATABLE READ: on a server where nobody writes it costs next to nothing.
[[nodiscard]] Result<CatalogMark> catalog_mark(db::Connection& connection, const std::string& schemas);

/// True when the catalogs are no longer as `mark` has them. To be asked outside of the transaction.
[[nodiscard]] Result<bool> has_moved(db::Connection& connection, const CatalogMark& mark);

/// `query` with "$schemas" replaced by that oid[] literal.
[[nodiscard]] std::string with_schemas(std::string query, const std::string& schemas);

}  // namespace trueup::introspect
