#pragma once

#include <string>

#include "diff/compare.h"
#include "model/renaming.h"
#include "render/style.h"

namespace trueup::render {

/// Both ends of a comparison, with the names users gave them.
struct Comparison {
  const Catalog& from;
  const Catalog& to;
  std::string from_name;
  std::string to_name;
  const diff::Difference& difference;
  const Renaming& renaming;  ///< `from` stands under the names after it
};

/// "public.users.username" or "label 'low' of enum type public.priority": what a rename takes the name of.
[[nodiscard]] std::string renamed_from(const Rename& rename);

/// What differs, object by object, for reading: `>` goes by another name in `from`, `+` is only in `to`, `-` only in
/// `from`, `~` differs, with each field as "from → to" and texts of several lines as a line-by-line difference. Objects
/// that stand on a relation which is new or gone as a whole are counted with it.
[[nodiscard]] std::string differences(const Comparison& comparison, const Style& style);

/// The same as JSON: {"in_sync", "from", "to", "renames": [{"kind", "object", "from", and for
/// labels and attributes "part", "part_from"}], "differences": [{"change", "kind", "object", "fields": [{"name",
/// "from", "to"}]}], "undecided": [{"object", "field"}]}. See docs/formats/plan-json.md.
[[nodiscard]] std::string differences_json(const Comparison& comparison);

}  // namespace trueup::render
