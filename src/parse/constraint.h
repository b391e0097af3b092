#pragma once

#include "parse/column.h"

namespace trueup::parse {

/// Adds the constraints of a table definition in the server's order: checks, keys (the primary key first), then
/// foreign keys. `fresh` says that a table is being created, where NOT VALID means nothing.
void define_checks(const Step& step, const ObjectId& table, const std::vector<StatedConstraint>& checks, bool fresh);
void define_keys(const Step& step, const ObjectId& table, const std::vector<StatedConstraint>& keys,
                 bool recurse = true);
void define_foreign_keys(const Step& step, const ObjectId& table, const std::vector<StatedConstraint>& keys,
                         bool fresh);

/// ALTER TABLE … ADD CONSTRAINT. Reaches children where the server does.
Outcome add_constraint(const Step& step, const ObjectId& table, const PgQuery__Constraint& constraint, bool recurse);

/// Adds a check under a name of its own to `table` and, unless NO INHERIT, to what inherits from it.
void add_check(const Step& step, const ObjectId& table, std::string name, const Check& check, bool recurse,
               const std::optional<ObjectId>& inherited_from, int node_location);

/// Adds a key, exclusion or foreign key object and what follows from it (NOT NULL, copies on partitions).
void add_key(const Step& step, ObjectId id, Payload payload, const std::optional<ObjectId>& inherited_from,
             int node_location, bool recurse = true);

/// At the end of the reading: what references a table without naming columns references its primary key.
void resolve_references(Fold& fold);

}  // namespace trueup::parse
