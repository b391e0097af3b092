#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/object.h"

namespace trueup {

/// A member of an extension: not managed, but needed to resolve names and types.
struct ExtensionMember {
  std::string extension;
  ObjectId id;
  std::string result;  ///< a function's result type; "" for the rest

  bool operator==(const ExtensionMember&) const = default;
};

/// A whole state: what a database holds or should hold. Both doors lead here.
struct Catalog {
  std::map<ObjectId, Object> objects;
  std::vector<ExtensionMember> extension_members;  ///< live door only
  int server_version = 150000;                     ///< server_version_num; the desired side takes its target's
  std::string server_version_text;                 ///< "15.20"; "" for a catalog that was not read off a server
  std::string current_user;                        ///< who the live door is connected as; "" on the parse door
  std::set<std::string> roles;  ///< every role that exists (live) or is named in CREATE ROLE (desired)
  Diagnostics diagnostics;      ///< what was left out, and why
  /// Statements of the files that may do anything (DO, CALL, a function that SELECT calls): what they bring about only
  /// a server knows that ran them.
  std::vector<Location> code;

  [[nodiscard]] const Object* find(const ObjectId& id) const;
  [[nodiscard]] Object* find(const ObjectId& id);

  /// The object of that kind on that parent, e.g. all columns of a table; sorted by id.
  [[nodiscard]] std::vector<const Object*> children(Kind kind, std::string_view schema, std::string_view parent) const;

  /// A table's columns in their order.
  [[nodiscard]] std::vector<const Object*> columns_of(const ObjectId& table) const;

  /// The table, view or materialized view of that name, if any.
  [[nodiscard]] const Object* relation(std::string_view schema, std::string_view name) const;

  /// The table, view or domain that `object` is part of, for the kinds that go with one: columns, constraints, indexes,
  /// triggers, policies, rules, statistics, the sequences that columns own.
  [[nodiscard]] std::optional<ObjectId> home_of(const Object& object) const;
};

}  // namespace trueup
