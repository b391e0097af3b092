#include "render/dump.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/printable.h"
#include "plan/plan.h"

namespace trueup::render {

namespace {

Result<plan::Plan> way_from_nothing(const Catalog& catalog) {
  Catalog managed = catalog;
  std::erase_if(managed.objects, [](const auto& entry) {
    return entry.first.kind == Kind::role || entry.first.kind == Kind::membership;
  });
  // Who owns what is the reader's business only where it is not the login that reads.
  for (auto& [id, object] : managed.objects)
    if (object.owner == managed.current_user) object.owner.reset();
  return plan::make(plan::blank(managed), managed);
}

/// Runs `take(step)` for each step in order.
template <class F>
void each_step(const plan::Plan& plan, F take) {
  for (const plan::Segment& segment : plan.segments)
    for (const plan::Step& step : segment.steps) take(step);
}

std::string_view folder_of(Kind kind) {
  switch (kind) {
    case Kind::enum_type:
    case Kind::composite_type:
    case Kind::range_type:
    case Kind::base_type:
      return "types";
    case Kind::domain:
      return "domains";
    case Kind::sequence:
      return "sequences";
    case Kind::view:
      return "views";
    case Kind::materialized_view:
      return "materialized_views";
    case Kind::function:
    case Kind::procedure:
      return "routines";
    case Kind::aggregate:
      return "aggregates";
    case Kind::sql_operator:
      return "operators";
    case Kind::operator_family:
    case Kind::operator_class:
      return "operator_classes";
    case Kind::cast:
      return "casts";
    case Kind::conversion:
      return "conversions";
    case Kind::language:
      return "languages";
    case Kind::transform:
      return "transforms";
    case Kind::collation:
      return "collations";
    case Kind::text_search_parser:
    case Kind::text_search_template:
    case Kind::text_search_dictionary:
    case Kind::text_search_configuration:
      return "text_search";
    case Kind::role:
    case Kind::membership:
    case Kind::schema:
    case Kind::extension:
    case Kind::domain_check:
    case Kind::table:
    case Kind::column:
    case Kind::primary_key:
    case Kind::unique_key:
    case Kind::exclusion:
    case Kind::check:
    case Kind::foreign_key:
    case Kind::index:
    case Kind::trigger:
    case Kind::policy:
    case Kind::default_privilege:
    case Kind::publication_table:
    case Kind::publication_schema:
    case Kind::foreign_table:
    case Kind::rule:
    case Kind::event_trigger:
    case Kind::statistics:
      return "tables";
    case Kind::publication:
    case Kind::subscription:
      return "replication";
    case Kind::foreign_data_wrapper:
    case Kind::server:
    case Kind::user_mapping:
      return "servers";
  }
  return "tables";
}

/// `name` as part of a path: letters, digits, _ and - stay, everything else becomes %XX.
std::string path_part(std::string_view name) {
  std::string part;
  for (const char c : name) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-' || (c & 0x80);
    part += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return part.empty() ? "%" : part;
}

std::string path_of(const ObjectId& id, const Catalog& catalog) {
  const Object* object = catalog.find(id);
  const ObjectId home = object ? catalog.home_of(*object).value_or(id) : id;
  if (home.kind == Kind::extension) return "extensions.sql";
  if (home.kind == Kind::event_trigger) return "event_triggers.sql";
  if (home.kind == Kind::schema) return path_part(home.name) + "/schema.sql";
  if (home.kind == Kind::default_privilege) return "default_privileges.sql";
  if (home.kind == Kind::cast || home.kind == Kind::language || home.kind == Kind::transform)
    return fmt::format("{}.sql", folder_of(home.kind));
  return fmt::format("{}/{}/{}.sql", path_part(home.schema), folder_of(home.kind), path_part(home.name));
}

}  // namespace

Result<std::string> dump(const Catalog& catalog) {
  const auto plan = way_from_nothing(catalog);
  if (!plan) return plan.error();
  std::string text;
  ObjectId last;
  each_step(*plan, [&](const plan::Step& step) {
    if (!text.empty() && step.subject != last) text += '\n';
    text += step.statement.sql + ";\n";
    last = step.subject;
  });
  return text;
}

Result<std::map<std::string, std::string>> dump_split(const Catalog& catalog) {
  const auto plan = way_from_nothing(catalog);
  if (!plan) return plan.error();
  std::map<std::string, std::string> files;
  std::map<std::string, ObjectId> last;
  each_step(*plan, [&](const plan::Step& step) {
    const std::string path = path_of(step.subject, catalog);
    std::string& text = files[path];
    if (!text.empty() && step.subject != last[path]) text += '\n';
    text += step.statement.sql + ";\n";
    last[path] = step.subject;
  });
  return files;
}

}  // namespace trueup::render
