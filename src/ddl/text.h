#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ddl/rules.h"

namespace trueup::ddl {

// Pieces of SQL that several kinds print.

/// The payload of an object whose kind is known. Requires: it holds a T.
template <class T>
[[nodiscard]] const T& as(const Object& object) {
  return std::get<T>(object.payload);
}

/// A plain statement: inside a transaction, destroying nothing.
[[nodiscard]] Statement statement(std::string sql);

/// Appends `more` to `statements`.
void append(Statements& statements, Statements more);

/// `parts` with `separator` between them.
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator = ", ");

/// "a, b": names quoted where needed.
[[nodiscard]] std::string names(const std::vector<std::string>& names);

/// A keyword of the model ("set null", "tables") as SQL shouts it.
[[nodiscard]] std::string upper(std::string text);

/// "PUBLIC" for "", else the role's name quoted where needed.
[[nodiscard]] std::string role_name(std::string_view role);

/// "fillfactor=70, toast.autovacuum_enabled=false", in the map's order.
[[nodiscard]] std::string options_list(const Options& options);

/// " WITH (…)", or "" where there are none.
[[nodiscard]] std::string with_options(const Options& options);

/// SET (…) and RESET (…) statements that lead from `from` to `to`; `prefix` is "ALTER TABLE public.t" or the like.
[[nodiscard]] Statements change_options(const std::string& prefix, const Options& from, const Options& to);

/// A setting's name as SET takes it: bare where it is one, else quoted.
[[nodiscard]] std::string setting_name(std::string_view name);

/// `expression` as DEFAULT takes it within CREATE TABLE and CREATE DOMAIN: in parentheses where the grammar there
/// would stop early (AND, IN, LIKE, COLLATE …).
[[nodiscard]] std::string default_expression(const Expression& expression);

/// One element of an index, exclusion constraint or partition key, its operator left out.
[[nodiscard]] std::string element(const KeyElement& element);

/// The elements with commas between them; `with_operators` adds "WITH =" as an exclusion constraint has it.
[[nodiscard]] std::string elements(const std::vector<KeyElement>& elements, bool with_operators = false);

/// " DEFERRABLE INITIALLY DEFERRED" or as much of it as holds.
[[nodiscard]] std::string deferrability(bool deferrable, bool initially_deferred);

/// "ALTER TABLE public.t" for the relation that `child` (a column, constraint, trigger …) stands on.
[[nodiscard]] std::string alter_parent(const Object& child);

/// True where the two values of a model's struct encode alike.
[[nodiscard]] bool same(const Expression& a, const Expression& b);

}  // namespace trueup::ddl
