#include "introspect/attributes.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

// The constructors of a range type depend on it internally: they come and go with it.
std::string query(const Context& context) {
  return std::string(R"(SELECT p.oid, p.prokind, n.nspname, p.proname,
       (SELECT string_agg(format_type(a.type, NULL), ',' ORDER BY a.n)
        FROM unnest(p.proargtypes) WITH ORDINALITY a(type, n)),
       l.lanname, p.proargmodes, p.proargnames,
       (SELECT array_agg(format_type(a.type, NULL) ORDER BY a.n)
        FROM unnest(coalesce(p.proallargtypes, p.proargtypes)) WITH ORDINALITY a(type, n)),
       CASE WHEN p.pronargdefaults > 0 THEN (SELECT array_agg(pg_get_function_arg_default(p.oid, a.n) ORDER BY a.n)
        FROM generate_series(1, coalesce(array_length(p.proallargtypes, 1), p.pronargs)) a(n)) END,
       CASE WHEN p.prokind <> 'p' THEN format_type(p.prorettype, NULL) END, p.proretset, p.prosrc, p.probin, )") +
         (context.since(14) ? "pg_get_function_sqlbody(p.oid)" : "NULL") + R"(,
       p.provolatile, p.proisstrict, p.prosecdef, p.proleakproof, p.proparallel, p.procost, p.prorows,
       CASE WHEN p.prosupport <> 0 THEN p.prosupport END,
       (SELECT array_agg(format_type(t.type, NULL) ORDER BY t.n) FROM unnest(p.protrftypes) WITH ORDINALITY t(type, n)),
       p.proconfig, p.proowner, p.proacl
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
WHERE p.prokind IN ('f', 'p', 'w') AND p.pronamespace = ANY ($schemas)
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i'))";
}

std::string mode(char letter) {
  switch (letter) {
    case 'o':
      return "out";
    case 'b':
      return "inout";
    case 'v':
      return "variadic";
    case 't':
      return "table";
    default:
      return "in";
  }
}

std::string volatility(char letter) { return letter == 'i' ? "immutable" : letter == 's' ? "stable" : "volatile"; }
/// Takes the four columns about parameters: modes, names, types, defaults.
std::vector<Parameter> parameters(Row& row) {
  const auto modes = row.array();
  const auto names = row.array();
  auto types = row.array();
  auto defaults = row.array();
  std::vector<Parameter> parameters(types.size());
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (i < modes.size()) parameters[i].mode = mode(modes[i].front());
    if (i < names.size()) parameters[i].name = names[i];
    parameters[i].type = std::move(types[i]);
    if (i < defaults.size()) parameters[i].default_value.text = std::move(defaults[i]);
  }
  return parameters;
}

/// Takes the columns of the source: prosrc, probin, the body in SQL.
void read_source(Row& row, Routine& routine) {
  std::string source = row.text();
  routine.library = row.text();
  routine.sql_body.text = row.text();
  if (routine.sql_body.empty()) routine.body = std::move(source);
}

double real(Row& row) { return std::strtod(row.text().c_str(), nullptr); }

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_proc, oid)) continue;
    const char kind = row.character();
    Object object{.id = {.kind = kind == 'p' ? Kind::procedure : Kind::function,
                         .schema = row.text(),
                         .name = row.text(),
                         .signature = row.text()}};
    Routine routine{.language = row.text(), .parameters = parameters(row), .returns = row.text()};
    routine.returns_set = row.boolean();
    read_source(row, routine);
    routine.window = kind == 'w';
    routine.volatility = volatility(row.character());
    routine.strict = row.boolean();
    routine.security_definer = row.boolean();
    routine.leakproof = row.boolean();
    routine.parallel = parallel_word(row.character());
    routine.cost = real(row);
    routine.rows = real(row);
    routine.support = row.text();
    routine.transforms = row.array();
    routine.settings = settings_of(row.array());
    object.payload = std::move(routine);
    read_owner_and_acl(context, row, object);
    context.add({pg_proc, oid, 0}, std::move(object));
  }
}

}  // namespace

const Step routine_step = {.what = "functions", .query = query, .fold = fold};

}  // namespace trueup::introspect
