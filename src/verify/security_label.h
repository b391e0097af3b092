#pragma once

#include <string_view>

#include "base/result.h"
#include "db/connection.h"
#include "parse/node.h"

namespace trueup::verify {

/// Does what SECURITY LABEL does on a server where no provider is loaded: puts the label into the catalog, where the
/// server keeps it and lets go of it with its object. What the provider itself would say to it stays unknown.
/// Fails with the server's message where the object is not there.
[[nodiscard]] Result<void> put_security_label(db::Connection& superuser, std::string_view sql,
                                              const PgQuery__SecLabelStmt& statement);

}  // namespace trueup::verify
