#include "ddl/column_type.h"
#include "effects/form.h"

// Types and domains: what holds columns of them may be looked at.

namespace trueup::effects {

namespace {

void nothing(Telling&) {}

bool is_of_domain(std::string type, const std::string& domain, const Catalog& catalog) {
  while (type.ends_with("[]")) type.resize(type.size() - 2);
  if (type == domain) return true;
  for (const auto& [id, object] : catalog.objects)
    if (const auto* payload = std::get_if<Domain>(&object.payload); payload && sql_name(id) == type)
      return is_of_domain(payload->type, domain, catalog);
  return false;
}

/// The domain that a check is on.
ObjectId domain_of(const ObjectId& check) {
  return {.kind = Kind::domain, .schema = check.schema, .parent = {}, .name = check.parent, .signature = {}};
}

void make(Telling& t) { t.scene.make_part(t.step.subject); }

/// Tables with columns of the domain are kept from being written to while all their values are looked at.
void look_at_values(Telling& t) {
  if (t.says("NOT VALID")) return;
  if (t.scene.is_made(t.step.subject) || t.scene.is_made(domain_of(t.step.subject))) return;
  const std::string domain(t.word(2));
  for (const auto& [id, object] : t.scene.from.objects) {
    const auto* column = std::get_if<Column>(&object.payload);
    if (!column || !is_of_domain(column->type, domain, t.scene.from)) continue;
    const std::string table = t.scene.name_of(table_id(id.schema, id.parent));
    t.lock(table, LockMode::share);
    t.scan({table});
  }
}

constexpr Form forms[] = {
    {"ALTER DOMAIN @ ADD", look_at_values},
    {"ALTER DOMAIN @ VALIDATE CONSTRAINT", look_at_values},
    {"ALTER DOMAIN @ SET NOT NULL", look_at_values},
    {"ALTER DOMAIN @", nothing},
    {"ALTER TYPE @", nothing},
    {"CREATE TYPE @", nothing},
    {"CREATE DOMAIN @", make},
    {"DROP TYPE @", nothing},
    {"DROP DOMAIN @", nothing},
};

}  // namespace

std::span<const Form> type_forms() { return forms; }

}  // namespace trueup::effects
