#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace trueup::db {

/// `target` as libpq understands it: a keyword/value string in which nothing is left to guess. SQLAlchemy's
/// `postgresql+asyncpg://` form becomes a plain URL first (its `ssl` and `timeout` parameters become `sslmode` and
/// `connect_timeout`, what only that driver knows is dropped). What `target` leaves open gets the client encoding
/// UTF8, the application name trueup and, where PGCONNECT_TIMEOUT is not set, a time limit of 10 s for connecting.
/// Fails when libpq cannot read it; the message never holds the password or a part of it.
[[nodiscard]] Result<std::string> conninfo_of(const std::string& target);

/// `postgres[ql][+driver]://…` as `postgresql://…`, the driver's own parameters rewritten; anything else as it is.
[[nodiscard]] std::string plain_url(const std::string& target);

}  // namespace trueup::db
