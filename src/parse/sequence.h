#pragma once

#include "model/sequence.h"
#include "parse/step.h"

namespace trueup::parse {

/// What is stated in CREATE SEQUENCE, ALTER SEQUENCE and GENERATED … AS IDENTITY (…).
struct StatedSequence {
  SequenceOptions options;
  std::string name;                                  ///< SEQUENCE NAME of an identity column, "" where not stated
  std::optional<std::vector<std::string>> owned_by;  ///< the name's parts; {"none"} for NONE
};

/// The options of a sequence made anew, every value effective as init_params in sequence.c makes them. `type` is the
/// type where none is stated.
[[nodiscard]] StatedSequence new_sequence(const Step& step, Nodes options, std::string_view type);

/// The same where `current` holds and `options` change it.
[[nodiscard]] StatedSequence altered_sequence(const Step& step, Nodes options, const SequenceOptions& current);

/// `options` after AS type.
[[nodiscard]] SequenceOptions with_type(SequenceOptions options, const std::string& type);

Outcome create_sequence(Step& step, const PgQuery__CreateSeqStmt& stmt);
Outcome alter_sequence(Step& step, const PgQuery__AlterSeqStmt& stmt);

}  // namespace trueup::parse
