#pragma once

#include <string>

#include "model/sequence.h"

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
/// becomes the new type's default.
[[nodiscard]] SequenceOptions moved_by_type(SequenceOptions options, const SequenceOptions& to);

}  // namespace trueup::ddl
