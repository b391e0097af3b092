#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/object_id.h"
#include "parse/node.h"

namespace trueup::hazards {

struct Statement;

/// What earlier statements did to a table, as far as rules ask.
struct TableHistory {
  std::string schema;        ///< "" where the statements do not say it
  bool made = false;         ///< made by one of them, or temporary: nobody waits for it, and it holds few rows
  bool empty = false;        ///< known to hold no rows
  bool partitioned = false;  ///< known to be
  std::set<std::string> columns_added;
  std::map<std::string, int> not_valid;            ///< constraints added NOT VALID, and in which transaction
  std::map<std::string, std::string> null_checks;  ///< checks that a column IS NOT NULL: constraint → column
  std::set<std::string> not_null;                  ///< columns of which a valid check says so
  std::set<std::string> constraints_added;
  bool altered_in = false;      ///< ALTER TABLE has run on it
  int altered_transaction = 0;  ///< and in which transaction last
};

/// What the statements before one did. Names without a schema fit those with one: where a doubt is left, the table
/// counts as the same.
class History {
 public:
  /// Takes in one more statement.
  void note(const Statement& statement);
  /// Takes it that `table` holds no rows.
  void holds_no_rows(const ObjectId& table);
  /// The next file begins: what stands in an earlier one was deployed before, apart from what it proved about columns.
  void next_file();

  /// nullptr where nothing is known of it.
  [[nodiscard]] const TableHistory* table(const PgQuery__RangeVar& name) const;
  /// Made here, or temporary.
  [[nodiscard]] bool made(const PgQuery__RangeVar& table) const;
  /// Made here, or empty: nothing in it takes long.
  [[nodiscard]] bool idle(const PgQuery__RangeVar& table) const;
  /// Of an index: itself, or the table that it is on, was made here.
  [[nodiscard]] bool made_index(std::string_view name) const { return indexes_made_.contains(std::string(name)); }
  [[nodiscard]] bool made_type(std::string_view name) const { return types_made_.contains(std::string(name)); }
  [[nodiscard]] bool made_schema(std::string_view name) const { return schemas_made_.contains(std::string(name)); }
  /// Of anything else (a function, a publication): something of that name was made here.
  [[nodiscard]] bool made_other(std::string_view name) const { return others_made_.contains(std::string(name)); }
  /// Indexes that DROP INDEX named, IF EXISTS included.
  [[nodiscard]] bool dropped_index(std::string_view name) const { return indexes_dropped_.contains(std::string(name)); }
  /// Labels that ALTER TYPE … ADD VALUE added in `transaction`.
  [[nodiscard]] std::vector<std::string> labels_added(int transaction) const;
  /// SET name was said.
  [[nodiscard]] bool has_set(std::string_view name) const { return settings_.contains(std::string(name)); }
  /// Something was reported under that id since the file began.
  [[nodiscard]] bool said_already(std::string_view id) const { return said_.contains(std::string(id)); }
  void said(std::string_view id) { said_.insert(std::string(id)); }

 private:
  TableHistory& table_of(const PgQuery__RangeVar& name);
  void make(const PgQuery__RangeVar& name);
  void note_alter_table(const PgQuery__AlterTableStmt& stmt, int transaction);
  void note_command(TableHistory& table, const PgQuery__AlterTableCmd& command, int transaction);
  void note_constraint(TableHistory& table, const PgQuery__Constraint& constraint, int transaction);
  void note_create(const PgQuery__CreateStmt& stmt);
  void note_index(const PgQuery__IndexStmt& stmt);
  void note_drop(const PgQuery__DropStmt& stmt);
  void note_rename(const PgQuery__RenameStmt& stmt);

  std::map<std::string, std::vector<TableHistory>> tables_;
  std::set<std::string> indexes_made_;
  std::set<std::string> indexes_dropped_;
  std::set<std::string> types_made_;
  std::set<std::string> schemas_made_;
  std::set<std::string> others_made_;
  std::set<std::string> settings_;
  std::set<std::string> said_;
  std::vector<std::pair<int, std::string>> labels_;
};

/// The column of which `expression` says that it IS NOT NULL; "" for any other.
[[nodiscard]] std::string column_not_null(const parse::Node* expression);

}  // namespace trueup::hazards
