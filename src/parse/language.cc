#include "parse/language.h"

#include "parse/acl.h"
#include "parse/reference.h"

namespace trueup::parse {

Outcome create_language(Step& step, const PgQuery__CreatePLangStmt& stmt) {
  const std::string name = cut_identifier(stmt.plname);
  const Nodes handler = nodes(stmt.n_plhandler, stmt.plhandler);
  if (handler.empty()) {
    // Short for CREATE EXTENSION; PL/pgSQL is in every database.
    const ObjectId id{.kind = Kind::extension, .schema = {}, .parent = {}, .name = name, .signature = {}};
    if (name != "plpgsql" && !step.fold.catalog.find(id)) step.define(id, Extension{});
    return {};
  }
  Language language;
  language.trusted = stmt.pltrusted;
  const auto read = [&](Nodes parts, const char* signature, std::optional<ObjectId>& into) -> Outcome {
    Reference found = routine_reference(step, parts, {signature});
    into = std::move(found.id);
    return found.outcome;
  };
  std::optional<ObjectId> main;
  if (Outcome outcome = read(handler, "", main); !outcome.done()) return outcome;
  language.handler = std::move(*main);
  if (Outcome outcome = read(nodes(stmt.n_plinline, stmt.plinline), "internal", language.inline_handler);
      !outcome.done())
    return outcome;
  if (Outcome outcome = read(nodes(stmt.n_plvalidator, stmt.plvalidator), "oid", language.validator); !outcome.done())
    return outcome;
  const ObjectId id{.kind = Kind::language, .schema = {}, .parent = {}, .name = name, .signature = {}};
  if (Object* there = stmt.replace ? step.fold.catalog.find(id) : nullptr)
    there->payload = std::move(language);
  else if (Object* object = step.define(id, std::move(language)))
    apply_default_acl(step, *object);
  return {};
}

Outcome create_conversion(Step& step, const PgQuery__CreateConversionStmt& stmt) {
  const Nodes parts = nodes(stmt.n_conversion_name, stmt.conversion_name);
  Reference found = routine_reference(
      step, nodes(stmt.n_func_name, stmt.func_name),
      {"integer,integer,cstring,internal,integer,boolean", "integer,integer,cstring,internal,integer"});
  if (!found.id) return found.outcome;
  Conversion conversion{.source = encoding_name(stmt.for_encoding_name),
                        .target = encoding_name(stmt.to_encoding_name),
                        .function = nameable(std::move(*found.id)),
                        .is_default = static_cast<bool>(stmt.def)};
  const std::string_view stated = parts.size() > 1 ? string_of(parts[parts.size() - 2]) : std::string_view{};
  const ObjectId id{.kind = Kind::conversion,
                    .schema = creation_schema(step, stated),
                    .parent = {},
                    .name = cut_identifier(last_string(parts)),
                    .signature = {}};
  step.define(id, std::move(conversion));
  return {};
}

}  // namespace trueup::parse
