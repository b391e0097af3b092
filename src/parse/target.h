#pragma once

#include "parse/step.h"

namespace trueup::parse {

/// What a statement such as COMMENT, ALTER … OWNER, DROP or RENAME names.
struct Target {
  std::optional<ObjectId> id;
  Outcome outcome;      ///< what is missing where `id` is not set
  bool managed = true;  ///< false for a kind of object that is not managed
};

/// Finds the object of the statement's object type. `node` is a list of strings, a TypeName, an ObjectWithArgs, … as
/// the grammar gives it for that type.
[[nodiscard]] Target find_target(const Step& step, PgQuery__ObjectType type, const Node* node);

/// The same for statements that name relations by a RangeVar.
[[nodiscard]] Target find_target(const Step& step, const PgQuery__RangeVar& relation);

/// "aggregate", "foreign table", …: the object type in the statement's own words, for messages.
[[nodiscard]] std::string word_of(PgQuery__ObjectType type);

}  // namespace trueup::parse
