#pragma once

#include <string>
#include <vector>

#include "ddl/table.h"

namespace trueup::ddl {

// Moving out of the way instead of dropping, and back. What is parked stands on nothing that a plan could change or
// drop: its columns hold values of PostgreSQL's own types, the text of those that are not; what needs other objects
// goes, and comes back by the statements that make it. Privileges stay as they are. See docs/parking.md.

/// True for a column whose default takes its values from a sequence. The default goes before the column, its table or
/// the sequence is parked: by a statement that is none of these here.
[[nodiscard]] bool counts_by_sequence(const Object& column);

/// CREATE SCHEMA for parked tables and sequences.
[[nodiscard]] Statement make_parked_schema();

/// Moves a table to `parked`. `parts`: what goes with the table (constraints, indexes, triggers, policies …).
[[nodiscard]] Statements park_table(const Object& table, const ObjectId& parked, std::vector<const Object*> parts,
                                    const Context& context);

/// Moves it back: as CREATE TABLE would make it, its rows in it. A partition comes as a table of its own.
[[nodiscard]] Statements unpark_table(const Object& table, const ObjectId& parked, const TableCreation& creation,
                                      const Context& context);

/// Gives a column the name of `parked`. It takes NULL from then on, unless a default or an identity that may stay gives
/// it its values.
[[nodiscard]] Statements park_column(const Object& column, const ObjectId& parked, const Context& context);
[[nodiscard]] Statements unpark_column(const Object& column, const ObjectId& parked, const Context& context);

/// True for a parked column that new rows leave NULL, though the column itself does not take that.
[[nodiscard]] bool needs_values(const Object& column, const Catalog& catalog);

/// Moves a sequence to `parked`. Nothing owns it there.
[[nodiscard]] Statements park_sequence(const Object& sequence, const ObjectId& parked, const Context& context);
[[nodiscard]] Statements unpark_sequence(const Object& sequence, const ObjectId& parked, const Context& context);

/// Something that the way back takes from where it is parked.
struct Parked {
  ObjectId origin;
  ObjectId parked;
  bool needs_values = false;
};

/// The first statement of a way back: fails, naming them, where some of `all` are there no more, or where a column has
/// rows without a value that it needs.
[[nodiscard]] Statement check_parked(const std::vector<Parked>& all);

}  // namespace trueup::ddl
