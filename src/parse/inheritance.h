#pragma once

#include "parse/step.h"

namespace trueup::parse {

/// Gives a table that is being created the columns and checks of its parents.
void inherit_definition(const Step& step, const ObjectId& child, const std::vector<ObjectId>& parents);

/// Gives a new partition copies of its parent's keys, indexes, foreign keys and row triggers.
void copy_to_partition(const Step& step, const ObjectId& parent, const ObjectId& partition);

/// ATTACH PARTITION and INHERIT: marks what the child has already as inherited, and adds what it lacks.
void attach(const Step& step, const ObjectId& parent, const ObjectId& child, bool partition);

/// DETACH PARTITION and NO INHERIT: what was inherited is the child's own from here on.
void detach(const Step& step, const ObjectId& parent, const ObjectId& child);

/// Copies of a new object of a partitioned table on all its partitions.
void copy_key(const Step& step, const Object& key, const ObjectId& partition);
void copy_index(const Step& step, const Object& index, const ObjectId& partition);
void copy_trigger(const Step& step, const Object& trigger, const ObjectId& partition);

/// True for a partition (rather than a child by INHERITS).
[[nodiscard]] bool is_partition(const Fold& fold, const ObjectId& table);
/// True for a table with a partition key.
[[nodiscard]] bool is_partitioned(const Fold& fold, const ObjectId& table);

}  // namespace trueup::parse
