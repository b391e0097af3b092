#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace trueup {

/// The kinds of object a catalog holds. The grain is the statement's: a column, a constraint and an index
/// are objects of their own. Comments, grants and owners are attributes of every kind.
enum class Kind : std::uint8_t {
  role,
  membership,
  schema,
  extension,
  enum_type,
  composite_type,
  range_type,
  base_type,
  domain,
  domain_check,
  sequence,
  table,
  column,
  primary_key,
  unique_key,
  exclusion,
  check,
  foreign_key,
  index,
  view,
  materialized_view,
  function,
  procedure,
  aggregate,
  sql_operator,
  operator_family,
  operator_class,
  cast,
  conversion,
  language,
  transform,
  trigger,
  policy,
  default_privilege,
  publication,
  publication_table,
  publication_schema,
  subscription,
  foreign_data_wrapper,
  server,
  user_mapping,
  foreign_table,
  rule,
  event_trigger,
  collation,
  statistics,
  text_search_parser,
  text_search_template,
  text_search_dictionary,
  text_search_configuration,
};

inline constexpr std::array all_kinds = {
    Kind::role,
    Kind::membership,
    Kind::schema,
    Kind::extension,
    Kind::enum_type,
    Kind::composite_type,
    Kind::range_type,
    Kind::base_type,
    Kind::domain,
    Kind::domain_check,
    Kind::sequence,
    Kind::table,
    Kind::column,
    Kind::primary_key,
    Kind::unique_key,
    Kind::exclusion,
    Kind::check,
    Kind::foreign_key,
    Kind::index,
    Kind::view,
    Kind::materialized_view,
    Kind::function,
    Kind::procedure,
    Kind::aggregate,
    Kind::sql_operator,
    Kind::operator_family,
    Kind::operator_class,
    Kind::cast,
    Kind::conversion,
    Kind::language,
    Kind::transform,
    Kind::trigger,
    Kind::policy,
    Kind::default_privilege,
    Kind::publication,
    Kind::publication_table,
    Kind::publication_schema,
    Kind::subscription,
    Kind::foreign_data_wrapper,
    Kind::server,
    Kind::user_mapping,
    Kind::foreign_table,
    Kind::rule,
    Kind::event_trigger,
    Kind::collation,
    Kind::statistics,
    Kind::text_search_parser,
    Kind::text_search_template,
    Kind::text_search_dictionary,
    Kind::text_search_configuration,
};

/// The kind's frozen name, as it stands in ids, snapshots and reports: "table", "enum type", "primary key".
[[nodiscard]] std::string_view name_of(Kind kind);

/// The keyword after ALTER, DROP and COMMENT ON: "TABLE", "TYPE", "CONSTRAINT". Empty where there is none.
[[nodiscard]] std::string_view keyword_of(Kind kind);

/// True for kinds that live on a relation (or a domain) and whose id therefore names it as `parent`.
[[nodiscard]] bool has_parent(Kind kind);

/// True for table, foreign table, view and materialized view: what has columns and shares pg_class's namespace.
[[nodiscard]] bool is_relation(Kind kind);

/// True for table and foreign table: what has columns as objects of their own, defaults and constraints.
[[nodiscard]] bool is_table(Kind kind);

/// True for the kinds of constraint on tables.
[[nodiscard]] bool is_constraint(Kind kind);

/// True for index and the constraints that an index backs: of a partition, they belong to its parent's.
[[nodiscard]] bool has_index(Kind kind);

/// True for function, procedure and aggregate: what pg_proc holds, and is named with its argument types.
[[nodiscard]] bool is_routine(Kind kind);

/// True for the kinds that a column's type can name (tables and views have row types besides).
[[nodiscard]] bool is_type(Kind kind);

}  // namespace trueup
