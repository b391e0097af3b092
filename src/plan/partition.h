#pragma once

#include "plan/fate.h"

namespace trueup::plan {

// An index of a partition belongs to its parent's: it comes with it, cannot go without it, and only one can be there
// for each. Whether the server would make it under the name that is wanted decides who makes it.

/// The table that an index or a constraint with one is on.
[[nodiscard]] ObjectId table_of(const Object& index);

/// What brought `part` about in the end, above every partition between; its own id where nothing did.
[[nodiscard]] ObjectId origin_of(const Object& part, const Catalog& catalog);

/// True when the server, making the parent's index or taking in the partition, makes this one just as it is wanted.
[[nodiscard]] bool is_made_by_server(const Object& part, const Catalog& catalog);

/// True for a partitioned table's index that was made without its partitions': it takes in no part by itself.
[[nodiscard]] bool is_only(const Object& index);

/// True when the partition that `part` is on belongs to another table, or to none, in the other state: it leaves its
/// parent's index with it.
[[nodiscard]] bool moves_with_table(const Object& part, const Ends& ends);

/// The index that takes the place of `part`, which goes, below the same parent's index; nullptr where there is none.
[[nodiscard]] const Object* successor_of(const Object& part, const Ends& ends);

/// Whether the two differ in their names alone.
[[nodiscard]] bool is_renamed(const Object& before, const Object& after);

/// True when a part of `index`'s tree has a name or attributes of its own. They are lost when the server makes the tree
/// anew for itself, as it does where a column changes its type.
[[nodiscard]] bool has_parts_of_their_own(const Object& index, const Ends& ends);

/// Decides how the partitions of the plan and their indexes come about: Fate::joins_later, alone and renamed_from.
void settle_partitions(const Ends& ends, Fates& fates);

}  // namespace trueup::plan
