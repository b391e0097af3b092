#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "db/connection.h"

namespace trueup::cli {

/// Something that --drop=park moved out of the way, as the database holds it.
struct ParkedThing {
  std::string origin;  ///< what it was: "table public.orders", "column public.orders.note"
  std::string place;   ///< where it is: "trueup_parked.public_orders_1a2b3c4d", "public.orders.trueup_parked_note"
  std::string at;      ///< "2026-11-20T19:30:30Z"
  double age = 0;      ///< seconds, by the server's clock
  std::optional<long long> rows;  ///< as the server estimates; nullopt where it has not counted yet
  std::optional<long long> bytes;
  std::string drop;  ///< the statement that drops it
};

/// What is parked, the oldest first. Only what bears trueup's own comment in its own place: nothing of anybody else's.
[[nodiscard]] Result<std::vector<ParkedThing>> read_parked(db::Connection& connection);

}  // namespace trueup::cli
