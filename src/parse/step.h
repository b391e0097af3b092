#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parse/fold.h"

namespace trueup::parse {

/// The folding of one statement: the state it changes, the statement, and what looking up names needs of both.
struct Step {
  Fold& fold;
  const Statement& statement;

  [[nodiscard]] const SearchPath& path() const { return *statement.path; }
  /// The place of a node's `location`; the statement's own for -1 and 0.
  [[nodiscard]] Location location(int node_location) const;

  void error(std::string_view code, std::string message, int node_location, std::string hint = {}) const;
  void warning(std::string_view code, std::string message, int node_location, std::string hint = {}) const;
  /// Names what is not managed and stays as it is; an error under Options::strict.
  void not_managed(std::string_view what, int node_location = -1) const;
  /// Names what is not schema and left out; an error under Options::strict.
  void not_schema(std::string_view what) const;

  /// Names a statement that may bring about anything (see Catalog::code).
  void runs_code(std::string_view what) const;

  /// Says of a statement that only a server can read what `why` says; what it states is then code's to bring about.
  void not_read(const Diagnostic& why) const;

  /// Adds an object. When there is one already: an error naming both places, and nullptr.
  Object* define(ObjectId id, Payload payload, int node_location = -1) const;
};

/// An identifier as the server cuts it: to 63 bytes, at a character's boundary.
[[nodiscard]] std::string cut_identifier(std::string_view name);

/// Where CREATE puts the name.
[[nodiscard]] std::string creation_schema(const Step& step, std::string_view stated);
[[nodiscard]] ObjectId created_relation(const Step& step, Kind kind, const PgQuery__RangeVar& name);

/// The relation (table, view, sequence, index, composite type) that the name means, of what is folded so far.
[[nodiscard]] const ObjectId* find_relation(const Step& step, const PgQuery__RangeVar& name);
[[nodiscard]] const ObjectId* find_relation(const Step& step, std::string_view schema, std::string_view name);
/// The same for a name in its parts ("schema", "name").
[[nodiscard]] const ObjectId* find_relation(const Step& step, Nodes parts);
[[nodiscard]] Outcome missing_relation(const Step& step, const PgQuery__RangeVar& name);
[[nodiscard]] Outcome missing_relation(const Step& step, Nodes parts);
[[nodiscard]] Outcome missing(std::string_view kind, Nodes parts, int node_location = -1);

/// The schema of a relation's name among all that the scripts declare; where it is nowhere: where CREATE would put it.
[[nodiscard]] std::string declared_relation_schema(const Step& step, const PgQuery__RangeVar& name);

/// The schema of a routine's name: declared, of a stated extension, or pg_catalog.
[[nodiscard]] std::string routine_schema(const Step& step, Nodes parts);

/// The identity of a new object of a kind that is named in its parts and lives in a schema (collation, statistics,
/// text search).
[[nodiscard]] ObjectId created_object(const Step& step, Kind kind, Nodes parts);
/// The object of such a kind that the name means, of what is folded so far.
[[nodiscard]] const ObjectId* find_object(const Step& step, Kind kind, Nodes parts);

/// A type object (enum, domain, composite, range) of what is folded so far.
[[nodiscard]] const ObjectId* find_type(const Step& step, Nodes parts);
/// The routine of one of `kinds` with these arguments, of what is folded so far; where no arguments are stated, the
/// only one of its name.
[[nodiscard]] const ObjectId* find_routine(const Step& step, const PgQuery__ObjectWithArgs& name,
                                           const std::vector<Kind>& kinds);

/// The role's name; "" for PUBLIC; nullopt for CURRENT_USER, CURRENT_ROLE and SESSION_USER.
[[nodiscard]] std::optional<std::string> role_of(const PgQuery__RoleSpec& role);

/// A name in its parts as text, for messages.
[[nodiscard]] std::string dotted(Nodes parts);

}  // namespace trueup::parse
