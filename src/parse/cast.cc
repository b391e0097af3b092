#include "parse/cast.h"

#include "parse/reference.h"
#include "parse/type_name.h"

namespace trueup::parse {

static std::string context_of(PgQuery__CoercionContext context) {
  if (context == PG_QUERY__COERCION_CONTEXT__COERCION_IMPLICIT) return "implicit";
  return context == PG_QUERY__COERCION_CONTEXT__COERCION_ASSIGNMENT ? "assignment" : "explicit";
}

Outcome create_cast(Step& step, const PgQuery__CreateCastStmt& stmt) {
  Cast cast{.method = stmt.inout ? "inout" : (stmt.func ? "function" : "binary"),
            .function = {},
            .context = context_of(stmt.context)};
  if (stmt.func) {
    Reference found = routine_reference(step, *stmt.func);
    if (!found.id) return found.outcome;
    cast.function = std::move(found.id);
  }
  const ObjectId id{.kind = Kind::cast,
                    .schema = {},
                    .parent = {},
                    .name = type_text(step, *stmt.sourcetype, false),
                    .signature = type_text(step, *stmt.targettype, false)};
  step.define(id, std::move(cast));
  return {};
}

Outcome create_transform(Step& step, const PgQuery__CreateTransformStmt& stmt) {
  Transform transform;
  const auto read = [&](const PgQuery__ObjectWithArgs* function, std::optional<ObjectId>& into) -> Outcome {
    if (!function) return {};
    Reference found = routine_reference(step, *function);
    into = std::move(found.id);
    return found.outcome;
  };
  if (Outcome outcome = read(stmt.fromsql, transform.from_sql); !outcome.done()) return outcome;
  if (Outcome outcome = read(stmt.tosql, transform.to_sql); !outcome.done()) return outcome;
  const ObjectId id{.kind = Kind::transform,
                    .schema = {},
                    .parent = {},
                    .name = type_text(step, *stmt.type_name, false),
                    .signature = cut_identifier(stmt.lang)};
  if (Object* there = stmt.replace ? step.fold.catalog.find(id) : nullptr)
    there->payload = std::move(transform);
  else
    step.define(id, std::move(transform));
  return {};
}

}  // namespace trueup::parse
