#pragma once

#include <cstddef>
#include <vector>

#include "model/object_id.h"

namespace trueup::parse {

struct Step;

/// What one statement of the scripts is about, under the names that its objects have in the end.
struct StatementSubjects {
  std::size_t script = 0;  ///< which of the scripts it stands in, from 0
  int offset = 0;          ///< of its first token, in bytes from the beginning of the script
  int length = 0;
  bool general = false;  ///< about the session or whatever there is (SET, GRANT ON ALL TABLES), or about what every
                         ///< part of a state needs (roles, schemas, extensions …)
  /// The objects that it states, changes or drops. One element per member of its list (GRANT ON a, b; DROP a, b; the
  /// tables of a publication), empty where a member is not managed; one element where it has no list.
  std::vector<std::vector<ObjectId>> items;
  std::vector<ObjectId> uses;  ///< what it reads besides, where its objects do not refer to it (LIKE)
};

/// What every statement is about that states objects, in no order that means anything.
struct Subjects {
  std::vector<StatementSubjects> statements;
  bool complete = true;  ///< false where a statement may be about anything
};

/// What the statement names of what is folded now. To be asked before it is folded, for what it takes away, and after,
/// for what it makes.
[[nodiscard]] StatementSubjects subjects_of(const Step& step);

/// Adds what `after` names to what `before` names.
void merge(StatementSubjects& before, StatementSubjects after);

/// True where it cannot be told what the statement is about.
[[nodiscard]] bool about_anything(const StatementSubjects& subjects);

}  // namespace trueup::parse
