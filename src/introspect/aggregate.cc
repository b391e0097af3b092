#include "base/quote.h"
#include "introspect/attributes.h"
#include "introspect/reference.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

std::string query(const Context&) {
  return "SELECT p.oid, n.nspname, p.proname, "
         "(SELECT string_agg(format_type(a.type, NULL), ',' ORDER BY a.n) "
         "FROM unnest(p.proargtypes) WITH ORDINALITY a(type, n)), "
         "a.aggkind, a.aggnumdirectargs, p.proargmodes, p.proargnames, "
         "(SELECT array_agg(format_type(t.type, NULL) ORDER BY t.n) "
         "FROM unnest(p.proargtypes) WITH ORDINALITY t(type, n)), format_type(p.prorettype, NULL), p.proparallel, " +
         routine_column("a.aggtransfn") +
         ", format_type(a.aggtranstype, NULL), a.agginitval IS NOT NULL, a.agginitval, a.aggtransspace, " +
         routine_column("a.aggfinalfn") + ", a.aggfinalextra, a.aggfinalmodify, " + routine_column("a.aggmtransfn") +
         ", CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END, a.aggminitval IS NOT NULL, "
         "a.aggminitval, a.aggmtransspace, " +
         routine_column("a.aggmfinalfn") + ", a.aggmfinalextra, a.aggmfinalmodify, " +
         routine_column("a.aggcombinefn") + ", " + routine_column("a.aggserialfn") + ", " +
         routine_column("a.aggdeserialfn") + ", " + routine_column("a.aggminvtransfn") + ", " +
         operator_column("a.aggsortop") +
         ", p.proowner, p.proacl FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid "
         "JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.pronamespace = ANY ($schemas)";
}

/// A function or operator of PostgreSQL's own is known by its name and the types around it: its parameters differ
/// between versions.
std::string key_of(const ObjectId& id, const std::string& name) {
  return id.schema == "pg_catalog" ? name : name + "(" + id.signature + ")";
}

Expression function(Row& row) {
  Expression expression;
  const std::optional<ObjectId> id = read_routine(row);
  if (!id) return expression;
  expression.text = qualified(id->schema, id->name);
  expression.key = key_of(*id, expression.text);
  return expression;
}

Expression sort_operator(Row& row) {
  Expression expression;
  const std::optional<ObjectId> id = read_operator(row);
  if (!id) return expression;
  expression.text = operator_name(*id);
  expression.key = key_of(*id, expression.text);
  return expression;
}

std::string modify(char letter) { return letter == 'r' ? "read_only" : letter == 's' ? "shareable" : "read_write"; }
std::string form(char letter) { return letter == 'o' ? "ordered set" : letter == 'h' ? "hypothetical set" : "normal"; }
std::vector<Parameter> parameters(Row& row) {
  const auto modes = row.array();
  const auto names = row.array();
  auto types = row.array();
  std::vector<Parameter> parameters(types.size());
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (i < modes.size() && modes[i] == "v") parameters[i].mode = "variadic";
    if (i < names.size()) parameters[i].name = names[i];
    parameters[i].type = std::move(types[i]);
  }
  return parameters;
}

AggregateState state(Row& row) {
  AggregateState state;
  state.function = function(row);
  state.type = row.text();
  const bool starts = row.boolean();
  std::string initial = row.text();
  if (starts) state.initial = std::move(initial);
  state.space = row.small();
  state.final_function = function(row);
  state.final_extra = row.boolean();
  state.final_modify = modify(row.character());
  return state;
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_proc, oid)) continue;
    Object object{.id = {.kind = Kind::aggregate, .schema = row.text(), .name = row.text(), .signature = row.text()}};
    Aggregate aggregate;
    aggregate.form = form(row.character());
    aggregate.direct = row.small();
    aggregate.parameters = parameters(row);
    aggregate.returns = row.text();
    aggregate.parallel = parallel_word(row.character());
    aggregate.plain = state(row);
    aggregate.moving = state(row);
    aggregate.combine_function = function(row);
    aggregate.serial_function = function(row);
    aggregate.deserial_function = function(row);
    aggregate.inverse_function = function(row);
    aggregate.sort_operator = sort_operator(row);
    object.payload = std::move(aggregate);
    read_owner_and_acl(context, row, object);
    context.add({pg_proc, oid, 0}, std::move(object));
  }
}

}  // namespace

const Step aggregate_step = {.what = "aggregates", .query = query, .fold = fold};

}  // namespace trueup::introspect
