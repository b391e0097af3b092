#pragma once

#include "model/table.h"
#include "parse/step.h"

namespace trueup::parse {

/// A constraint as stated, with the deferrability that follows it in a column's list.
struct StatedConstraint {
  const PgQuery__Constraint* node = nullptr;
  std::string column;  ///< of a column's constraint, else ""
  bool deferrable = false;
  bool initially_deferred = false;
  bool not_enforced = false;
};

/// What a table definition states besides its columns, sorted by the order in which the server makes it.
struct StatedConstraints {
  std::vector<StatedConstraint> checks;
  std::vector<StatedConstraint> keys;  ///< PRIMARY KEY, UNIQUE, EXCLUDE
  std::vector<StatedConstraint> foreign_keys;
  std::vector<const PgQuery__Constraint*> not_nulls;  ///< stated as the table's
};

/// Sorts a table's constraint into `stated`.
void state_constraint(const PgQuery__Constraint& constraint, StatedConstraints& stated);

/// Adds a column to `table` (or merges the definition into one that came from a parent), with the sequence of a
/// serial or identity column. Its constraints go to `stated`.
void define_column(const Step& step, const ObjectId& table, const PgQuery__ColumnDef& definition,
                   StatedConstraints& stated);

/// Adds a column object behind the table's last one; a column of that name is an error.
Object* add_column(const Step& step, const ObjectId& table, std::string_view name, Column column,
                   int node_location = -1);

/// `stated` as the model has it: "" for the type's default.
[[nodiscard]] std::string storage_of(std::string_view stated, std::string_view type);

/// GENERATED … AS IDENTITY on a column: takes the name of the sequence behind it.
void make_identity(const Step& step, const ObjectId& table, Object& column, const PgQuery__Constraint& constraint);

/// Gives the sequence of a column that has just become identity its name, with what default privileges grant on it.
void name_identity(const Step& step, Object& column, const std::string& name);

/// Outcome for a column that is not there.
void unknown_column(const Step& step, const ObjectId& table, std::string_view name, int node_location = -1);

}  // namespace trueup::parse
