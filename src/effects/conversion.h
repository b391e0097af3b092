#pragma once

#include "effects/scene.h"

namespace trueup::effects {

/// What a new type costs a table that holds rows.
enum class Conversion {
  free,      ///< values stay as they are: varchar(10) → text
  scans,     ///< so do they, but indexes or checks over them are made anew
  rewrites,  ///< every row is written anew
};

/// ALTER COLUMN … TYPE from `column` to `after`; nullptr: a type on the way, taken for another. `by_way_of`: the casts
/// of USING, "a::text::public.mood".
[[nodiscard]] Conversion conversion_of(const Object& column, const Object* after, std::string_view by_way_of,
                                       const Scene& scene);

/// True where PostgreSQL takes values of the one type for values of the other without looking at them. Types as the
/// model writes them, domains resolved.
[[nodiscard]] bool is_free(std::string_view from, std::string_view to);

}  // namespace trueup::effects
