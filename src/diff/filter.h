#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.h"

namespace trueup::diff {

/// Patterns that choose objects. `include` empty means everything; `exclude` wins over `include`.
///
/// A pattern is `[kind:]schema.name` or `[kind:]name`, where `*` stands for any characters and `?` for one:
///   "audit"              the schema audit with everything in it; also a role or extension of that name
///   "audit.*"            the same schema, written out
///   "public.tmp_*"       relations, types, routines … of that name, with what stands on them
///   "function:public.*"  one kind only; blanks in a kind's name may be written as "-"
/// What belongs to a relation (columns, constraints, triggers, policies, indexes, owned sequences) follows it.
struct Filter {
  std::vector<std::string> include;
  std::vector<std::string> exclude;

  [[nodiscard]] bool empty() const { return include.empty() && exclude.empty(); }
  bool operator==(const Filter&) const = default;
};

/// True when `text` fits `pattern` as a whole: `*` is any run of characters, `?` any single one.
[[nodiscard]] bool glob_matches(std::string_view pattern, std::string_view text);

/// True when one pattern of the form described at Filter chooses `object`.
[[nodiscard]] bool matches(std::string_view pattern, const Object& object);

/// True when `filter` keeps `object`. A schema is kept, too, when an include pattern names something in it.
[[nodiscard]] bool keeps(const Filter& filter, const Object& object);

/// `catalog` without what `filter` leaves out.
void remove_unkept(Catalog& catalog, const Filter& filter);

/// Makes `to` say about what `filter` leaves out exactly what `from` says, so that nothing is planned for it, while
/// what stands on a rebuilt object is still known and put back.
void take_over_unkept(const Catalog& from, Catalog& to, const Filter& filter);

}  // namespace trueup::diff
