#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parse/node.h"

namespace trueup::parse {

// libpg_query's grammars differ in some fields. Everything that is not the same from 15 to 18 is read here, and nowhere
// else: by the fields that the structs at hand have. What an older grammar cannot say has the value it always has
// there.

/// The PostgreSQL whose grammar reads the files: 15, 18.
[[nodiscard]] int grammar_version();

/// The name of an enum field's value as the .proto has it ("MERGE_WHEN_MATCHED"), of a string field its text; "" where
/// the message has no such field.
[[nodiscard]] std::string_view word_of_field(const ProtobufCMessage& message, const char* field);

/// INSERT, UPDATE, DELETE … RETURNING: its list.
template <class Statement>
[[nodiscard]] Nodes returning_of(const Statement& stmt) {
  if constexpr (requires { stmt.returning_list; })
    return nodes(stmt.n_returning_list, stmt.returning_list);
  else
    return stmt.returning_clause ? nodes(stmt.returning_clause->n_exprs, stmt.returning_clause->exprs) : Nodes{};
}

/// RETURNING WITH (OLD AS o, NEW AS n), from 18 on.
template <class Statement>
[[nodiscard]] bool renames_rows(const Statement& stmt) {
  if constexpr (requires { stmt.returning_clause; })
    return stmt.returning_clause && stmt.returning_clause->n_options != 0;
  else
    return false;
}

/// An option of GRANT role or REVOKE … OPTION FOR: "admin", "inherit", "set". nullopt where it is not stated.
template <class Statement>
[[nodiscard]] std::optional<bool> membership_option(const Statement& stmt, std::string_view name) {
  if constexpr (requires { stmt.opt; }) {
    for (const Node* node : nodes(stmt.n_opt, stmt.opt))
      if (name == node->def_elem->defname) return value_true(*node->def_elem);
    return std::nullopt;
  } else {
    return name == "admin" && stmt.admin_opt ? std::optional(true) : std::nullopt;
  }
}

/// ALTER STATISTICS … SET STATISTICS; -1 for the default.
template <class Statement>
[[nodiscard]] int statistics_target_of(const Statement& stmt) {
  if constexpr (requires { *stmt.stxstattarget; }) {
    const std::string text = value_text(stmt.stxstattarget);
    return text.empty() ? -1 : std::stoi(text);
  } else {
    return stmt.stxstattarget;
  }
}

/// PARTITION BY: "list", "range", "hash".
[[nodiscard]] std::string partition_strategy(const PgQuery__PartitionSpec& spec);

/// STORAGE behind a column's type in CREATE TABLE, from 16 on; "" where it is not stated.
template <class Definition>
[[nodiscard]] std::string_view stated_storage(const Definition& column) {
  if constexpr (requires { column.storage_name; })
    if (*column.storage_name != '\0') return column.storage_name;
  return column.storage;
}

/// GENERATED ALWAYS AS (…) that is not STORED, from 18 on.
template <class Constraint>
[[nodiscard]] bool is_virtual(const Constraint& constraint) {
  if constexpr (requires { constraint.generated_kind; })
    return *constraint.generated_kind == 'v';
  else
    return false;
}

/// PRIMARY KEY or UNIQUE (…, column WITHOUT OVERLAPS), from 18 on.
template <class Constraint>
[[nodiscard]] bool is_without_overlaps(const Constraint& constraint) {
  if constexpr (requires { constraint.without_overlaps; })
    return constraint.without_overlaps;
  else
    return false;
}

/// FOREIGN KEY (…, PERIOD column), from 18 on.
template <class Constraint>
[[nodiscard]] bool has_period(const Constraint& constraint) {
  if constexpr (requires { constraint.fk_with_period; })
    return constraint.fk_with_period;
  else
    return false;
}

/// NOT ENFORCED on a CHECK or FOREIGN KEY, from 18 on.
template <class Constraint>
[[nodiscard]] bool is_not_enforced(const Constraint& constraint) {
  if constexpr (requires { constraint.is_enforced; })
    return !constraint.is_enforced;
  else
    return false;
}

/// ALTER TABLE … ALTER CONSTRAINT: what the statement changes.
struct ConstraintChange {
  std::string_view name;
  std::optional<bool> enforced;
  std::optional<bool> deferrable;
  bool initially_deferred = false;  ///< where `deferrable` is stated
  std::optional<bool> no_inherit;
};

template <class Definition>
[[nodiscard]] ConstraintChange constraint_change(const Definition& node) {
  ConstraintChange change;
  if constexpr (requires { node.atalter_constraint; }) {
    const auto& stated = *node.atalter_constraint;
    change.name = stated.conname;
    if (stated.alter_enforceability) change.enforced = stated.is_enforced;
    if (stated.alter_deferrability) change.deferrable = stated.deferrable;
    change.initially_deferred = stated.initdeferred;
    if (stated.alter_inheritability) change.no_inherit = stated.noinherit;
  } else {
    change.name = node.constraint->conname;
    change.deferrable = node.constraint->deferrable;
    change.initially_deferred = node.constraint->initdeferred;
  }
  return change;
}

}  // namespace trueup::parse
