#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/catalog.h"
#include "parse/names.h"
#include "parse/script.h"
#include "parse/source.h"

namespace trueup::parse {

/// True for the kinds whose names pg_class holds, in one namespace per schema.
[[nodiscard]] bool lives_in_pg_class(Kind kind);

/// What a statement came to: nothing missing, or the object it needs that is not folded yet (another script may
/// still state it; the statement then has changed nothing and is tried again).
struct Outcome {
  std::string missing;    ///< the object as messages name it; "" = done
  int offset = 0;         ///< where the statement names it
  bool left_out = false;  ///< it is stated, but by a statement that is not managed: nothing to wait for

  [[nodiscard]] bool done() const { return missing.empty(); }
};

/// A foreign key that names no columns of the table it references: they are its primary key's, known at the end.
struct PendingReference {
  ObjectId foreign_key;
  Location where;
};

/// ALTER DEFAULT PRIVILEGES in force for what a script creates from here on.
struct DefaultAcl {
  std::string schema;        ///< "" = everywhere
  std::string object_class;  ///< "tables", "sequences", "functions", "types", "schemas"
  std::set<Grant> granted;
  std::set<Grant> revoked;
};

/// The state of one reading: the catalog so far, with the indexes into it that the server's own catalogs have.
/// Only define, erase and rekey change which objects there are.
class Fold {
 public:
  Catalog catalog;
  Options options;
  Names names;
  std::vector<PendingReference> pending_references;
  std::map<const Source*, std::vector<DefaultAcl>> default_acls;
  /// How many subcommands of an ALTER TABLE that had to wait are done.
  std::map<const Node*, std::size_t> progress;
  Subjects* subjects = nullptr;  ///< nullptr: nobody asks

  /// Adds an object that is not there yet.
  Object& define(Object object);
  /// Removes an object with all that stands on it as a part: columns, constraints, triggers, policies, indexes, owned
  /// sequences.
  void erase(const ObjectId& id);
  /// Gives an object another identity and follows it everywhere an id stands.
  void rekey(const ObjectId& from, const ObjectId& to);

  /// What pg_class holds by that name; for an identity column's sequence: the column.
  [[nodiscard]] const ObjectId* in_pg_class(std::string_view schema, std::string_view name) const;
  void add_identity_sequence(std::string_view name, const ObjectId& column);
  /// The name of the sequence behind an identity column; "" for every other column.
  [[nodiscard]] std::string identity_sequence(const ObjectId& column) const;
  void remove_identity_sequence(const ObjectId& column);

  /// Names the constraint behind a column's NOT NULL, which takes that name as other constraints do; "" frees it.
  void name_not_null(Object& column, std::string name);
  [[nodiscard]] bool constraint_name_taken(std::string_view schema, std::string_view name) const;

  /// Direct children: partitions and tables that inherit, in order of creation.
  [[nodiscard]] std::vector<ObjectId> heirs_of(const ObjectId& table) const;
  void add_heir(const ObjectId& parent, const ObjectId& child);
  void remove_heir(const ObjectId& parent, const ObjectId& child);

  /// Indexes on a relation that back no constraint, in order of creation.
  [[nodiscard]] std::vector<ObjectId> indexes_on(const ObjectId& table) const;

  [[nodiscard]] Table* table(const ObjectId& id);
  [[nodiscard]] Column* column(const ObjectId& table, std::string_view name);
  [[nodiscard]] Object* constraint(const ObjectId& table, std::string_view name);
  /// A table's columns in their order.
  [[nodiscard]] std::vector<Object*> columns(const ObjectId& table);
  /// Objects of one kind on a relation, by name.
  [[nodiscard]] std::vector<Object*> parts(Kind kind, const ObjectId& relation);
  [[nodiscard]] const Key* primary_key(const ObjectId& table);

 private:
  /// A publication's tables and schemas, a server's user mappings.
  void erase_members(const ObjectId& id);
  void index(const Object& object);
  void unindex(const ObjectId& id);

  std::unordered_map<std::string, ObjectId> pg_class_;
  std::unordered_map<std::string, int> constraint_names_;
  std::map<ObjectId, std::vector<ObjectId>> heirs_;
  std::map<ObjectId, std::vector<ObjectId>> indexes_;
  std::map<ObjectId, std::string> identity_sequences_;
};

}  // namespace trueup::parse
