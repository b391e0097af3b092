#pragma once

#include <string>

#include "ddl/rules.h"

namespace trueup::ddl {

/// What the server takes where nothing but type and direction is said.
[[nodiscard]] SequenceOptions default_sequence(const std::string& type, bool descending);

/// The options of CREATE SEQUENCE that differ from the server's defaults, the type left out:
/// " INCREMENT BY 10 START WITH 100"; "" when none does.
[[nodiscard]] std::string sequence_options(const SequenceOptions& options);

/// The options that differ from `from`, the type left out, each with `verb` before it ("" or "SET "):
/// " SET INCREMENT BY 10 SET CYCLE"; "" when none does.
[[nodiscard]] std::string changed_sequence_options(const SequenceOptions& from, const SequenceOptions& to,
                                                   std::string_view verb);

/// What AS (or a new type of an identity column) makes of the options by itself: a bound at the old type's limit
/// becomes the new type's.
[[nodiscard]] SequenceOptions moved_by_type(SequenceOptions options, const SequenceOptions& to);

/// Statements that lead from `from` to `to`, one where that does. `alter` begins the statement ("ALTER SEQUENCE
/// public.s"), `verb` stands before each option ("" or "SET "), `sequence` is an SQL expression for the sequence.
/// A sequence whose old start is outside the new bounds could not be altered while it is unused: an unused one is
/// moved to its new start first, for which the bounds may have to be widened for a moment.
[[nodiscard]] Statements change_sequence(const std::string& alter, std::string_view verb, const std::string& sequence,
                                         const SequenceOptions& from, const SequenceOptions& to);

}  // namespace trueup::ddl
