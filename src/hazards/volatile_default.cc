#include <fmt/format.h>

#include <algorithm>

#include "hazards/look.h"
#include "parse/tree.h"

namespace trueup::hazards {

namespace {

// The functions of PostgreSQL that people write in defaults and that give one value to all rows of a statement.
constexpr std::string_view steady[] = {"now",
                                       "transaction_timestamp",
                                       "statement_timestamp",
                                       "current_setting",
                                       "current_database",
                                       "current_user",
                                       "session_user",
                                       "current_schema",
                                       "to_char",
                                       "to_timestamp",
                                       "date_trunc",
                                       "lower",
                                       "upper",
                                       "coalesce",
                                       "concat",
                                       "jsonb_build_object",
                                       "json_build_object",
                                       "jsonb_build_array",
                                       "json_build_array",
                                       "to_jsonb",
                                       "to_json",
                                       "array_fill",
                                       "make_interval",
                                       "make_date",
                                       "timezone",
                                       "md5",
                                       "length",
                                       "date_part",
                                       "int4range",
                                       "tstzrange",
                                       "daterange",
                                       "to_date",
                                       "to_number",
                                       "txid_current",
                                       "pg_current_xact_id",
                                       "abs",
                                       "round",
                                       "floor",
                                       "ceil",
                                       "repeat",
                                       "replace",
                                       "substr",
                                       "substring",
                                       "btrim",
                                       "left",
                                       "right",
                                       "trim",
                                       "st_geomfromtext",
                                       "decode",
                                       "encode"};

/// The first function in it that may give every row another value; "" where there is none.
std::string volatile_call(const Node& expression) {
  std::string found;
  parse::for_each_node(expression, [&](const Node& node) {
    if (node.node_case != PG_QUERY__NODE__NODE_FUNC_CALL || !found.empty()) return found.empty();
    const PgQuery__FuncCall& call = *node.func_call;
    const std::string name(parse::last_string(nodes(call.n_funcname, call.funcname)));
    if (std::find(std::begin(steady), std::end(steady), name) == std::end(steady)) found = name;
    return true;
  });
  return found;
}

void check(const Scene& scene, Report& report) {
  each_column_added(scene, [&](const PgQuery__ColumnDef& column, const PgQuery__RangeVar& table) {
    const PgQuery__Constraint* value = constraint_of(column, PG_QUERY__CONSTR_TYPE__CONSTR_DEFAULT);
    const std::string call = value && value->raw_expr ? volatile_call(*value->raw_expr) : "";
    if (!call.empty())
      report.add_at(column.location,
                    fmt::format("{} is written anew, unless {}() is stable or immutable", shown(table), call));
  });
}

}  // namespace

const Hazard volatile_default = {
    .id = "volatile-default",
    .level = Level::warning,
    .title = "a column is added with a default that differs from row to row",
    .why = "the default is computed for every row, so the whole table is written anew under an ACCESS EXCLUSIVE lock",
    .safe = "add the column without it, ALTER COLUMN … SET DEFAULT, then fill the rows that are there in batches",
    .check = check};

}  // namespace trueup::hazards
