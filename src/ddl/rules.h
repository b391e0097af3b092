#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalog.h"

namespace trueup::ddl {

/// How a statement runs with regard to transactions.
enum class Transaction {
  inside,   ///< in the segment's transaction, with its neighbours
  commits,  ///< inside one, but what it makes can be used only after commit (ALTER TYPE … ADD VALUE)
  outside,  ///< not in any (CREATE INDEX CONCURRENTLY)
};

/// What a statement destroys: `what` in the user's words ("column public.carts.legacy_ref").
struct Destruction {
  std::string hazard;  ///< frozen kebab-case id: "drop-table", "drop-column", "drop-sequence", "change-type" …
  std::string what;
};

/// One SQL statement, without its semicolon. Every name in it is qualified.
struct Statement {
  std::string sql;
  Transaction transaction = Transaction::inside;
  std::optional<Destruction> destroys;
  /// Objects that must exist in their desired form before this statement, beyond what the object's references say
  /// (ALTER SEQUENCE … OWNED BY needs its column). Such a statement is ordered by itself, after the object's others.
  std::vector<ObjectId> needs;
  /// SQL literals in `sql` that no report may show; see shown().
  std::vector<std::string> secrets = {};
  /// True where `sql` says "not restorable" in the place of a secret that only the live database holds.
  bool lacks_secret = false;
};

/// The statement's text for people: its secrets are masked.
[[nodiscard]] std::string shown(const Statement& statement);

using Statements = std::vector<Statement>;

/// Both ends of the change.
struct Context {
  const Catalog& from;
  const Catalog& to;
};

/// How a changed field is brought about.
enum class Change {
  alter,    ///< in place, by the field rule's statements
  rebuild,  ///< drop and create: nothing in place exists
};

/// A field of a kind, by its name in each_field (or "owner", "comment", "acl").
struct FieldRule {
  std::string_view field;
  /// Statements that change the field in place. Fields that one statement changes together (CREATE OR REPLACE) give
  /// the same text: it is run once. nullptr: always rebuild.
  Statements (*alter)(const Object& from, const Object& to, const Context& context);
  /// Says for two values whether the change is possible in place; nullptr: always.
  Change (*how)(const Object& from, const Object& to, const Context& context) = nullptr;
  /// True when the server refuses or breaks this change while dependents stand on the object (a column's type under a
  /// view): they are taken down before and put back after.
  bool disturbs_dependents = false;
  /// True when the statements, run on a parent's object, change what its children inherited from it as well (those that
  /// want something else are restored by the same statements). Where it is false each child is altered by itself.
  bool reaches_children = true;
};

/// The only behaviour a kind has outside parse/ and introspect/. One row per kind, in ddl/<kind>.cc.
struct KindRules {
  Kind kind;
  /// Statements run in this order where nothing else decides: lower first on the way up, last when dropping.
  int weight;
  /// Makes the object with all its fields, comment, owner (when stated and not `to.current_user`) and grants.
  /// Objects whose creation covers their children (a table its columns; see `covers_children`) print them.
  Statements (*create)(const Object& object, const Context& context);
  Statements (*drop)(const Object& object, const Context& context);
  std::span<const FieldRule> fields;
};

/// The row of `kind`. Every kind has one.
[[nodiscard]] const KindRules& rules_of(Kind kind);

/// The rule for `field` of `kind`, the common attributes included.
[[nodiscard]] const FieldRule& field_rule(Kind kind, std::string_view field);

}  // namespace trueup::ddl
