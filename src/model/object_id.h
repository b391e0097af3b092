#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "model/kind.h"

namespace trueup {

/// The identity of an object: what makes two definitions the same object. The only codec for identities.
///
///   kind             schema  parent            name                       signature
///   schema, role …   ""      ""                its name                   ""
///   table, type …    its     ""                its name                   ""
///   index            its     ""                its name                   ""   (its table is in the payload)
///   column, trigger  its     relation's name   its name                   ""
///   function         its     ""                its name                   input argument types, comma separated:
///                                                                         "integer,public.mood[]"
///   aggregate        its     ""                its name                   as a function's
///   operator         its     ""                its name                   operand types: "integer,integer",
///   "NONE,text" operator class,  its     ""                its name                   access method and family cast ""
///   ""                source type                target type transform        ""      ""                type language
///   membership       ""      role's name       member's name              ""
///   publication table   the table's schema, the table, the publication's name
///   publication schema  the schema, "", the publication's name
///   user mapping        "", the server, the role's name ("" for PUBLIC)   "current_user" where no name is known yet
///   default priv.    in schema or ""  role's name or ""   object class ("tables")   ""
struct ObjectId {
  Kind kind = Kind::schema;
  std::string schema;
  std::string parent;
  std::string name;
  std::string signature;

  auto operator<=>(const ObjectId&) const = default;
};

/// "table public.orders", "column public.orders.note", "function public.f(integer)": what users read in
/// reports and what snapshots sort by. Names are quoted where SQL would need it.
[[nodiscard]] std::string to_string(const ObjectId& id);

/// The id without its kind, as SQL names it: "public.orders", "public.f(integer)"; for a column, constraint,
/// trigger or policy only its own name.
[[nodiscard]] std::string sql_name(const ObjectId& id);

/// The relation (or domain) that a column, constraint, trigger or policy stands on, as SQL names it.
[[nodiscard]] std::string sql_parent(const ObjectId& id);

/// An operator's name without its operands: "public.===". Nothing in it needs quotes but the schema.
[[nodiscard]] std::string operator_name(const ObjectId& id);

[[nodiscard]] ObjectId table_id(std::string_view schema, std::string_view name);
[[nodiscard]] ObjectId column_id(std::string_view schema, std::string_view relation, std::string_view name);

}  // namespace trueup
