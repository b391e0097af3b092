#include "introspect/read.h"

#include <fmt/format.h>

#include <array>

#include "introspect/attributes.h"
#include "introspect/moved.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

/// What is read, each step after those whose findings it uses.
constexpr std::array steps = {
    &role_step,
    &membership_step,
    &extension_member_step,
    &schema_step,
    &extension_step,
    &extension_member_name_step,
    &collation_step,
    &operator_class_step,
    &enum_step,
    &composite_step,
    &range_step,
    &domain_step,
    &table_step,
    &inheritance_step,
    &view_step,
    &column_step,
    &sequence_step,
    &index_step,
    &index_column_step,
    &constraint_step,
    &routine_step,
    &aggregate_step,
    &base_type_step,
    &language_step,
    &operator_step,
    &operator_family_step,
    &own_operator_class_step,
    &family_member_step,
    &cast_step,
    &conversion_step,
    &transform_step,
    &trigger_step,
    &policy_step,
    &rule_step,
    &event_trigger_step,
    &own_collation_step,
    &statistics_step,
    &text_search_parser_step,
    &text_search_template_step,
    &text_search_dictionary_step,
    &text_search_configuration_step,
    &text_search_mapping_step,
    &default_privilege_step,
    &publication_step,
    &publication_table_step,
    &publication_schema_step,
    &foreign_data_wrapper_step,
    &server_step,
    &user_mapping_step,
    &subscription_step,
    &comment_step,
    &role_comment_step,
    &security_label_step,
    &depend_step,
    &unmanaged_step,
};

Error failure(std::string_view what, const Error& error) {
  return {.message = fmt::format("cannot read {} of the database: {}", what, error.message),
          .hint = error.hint,
          .code = error.code};
}

Result<void> read_server(db::Connection& connection, Catalog& catalog, bool& superuser) {
  const Result<db::Rows> rows = connection.run(
      "SELECT current_setting('server_version_num'), current_setting('server_version'), current_user, "
      "current_setting('is_superuser') = 'on'");
  if (!rows) return failure("the version", rows.error());
  catalog.server_version = static_cast<int>(rows->integer(0, 0));
  catalog.server_version_text = rows->text(0, 1).substr(0, rows->text(0, 1).find(' '));
  catalog.current_user = rows->text(0, 2);
  superuser = rows->boolean(0, 3);
  return {};
}

/// Fills `catalog` and says how the catalogs stood.
Result<CatalogMark> read_all(db::Connection& connection, Catalog& catalog) {
  bool superuser = false;
  if (const auto server = read_server(connection, catalog, superuser); !server) return server.error();
  Context context{.catalog = catalog, .version = catalog.server_version, .superuser = superuser};
  for (const Step* step : steps) {
    const Result<db::Rows> rows = connection.run(with_schemas(step->query(context), context.schemas));
    if (!rows) return failure(step->what, rows.error());
    step->fold(context, *rows);
  }
  return catalog_mark(connection, context.schemas);
}

/// True for what the printing functions say of an object that another session has dropped meanwhile.
bool looks_moved(const Error& error) {
  for (const std::string_view phrase :
       {"cache lookup failed", "could not open relation", "could not find", "does not exist"})
    if (error.message.find(phrase) != std::string::npos) return true;
  return false;
}

/// One reading in a transaction of its own. `moved` tells whether another session changed the catalogs meanwhile.
Result<Catalog> read_once(db::Connection& connection, bool& moved) {
  moved = false;
  constexpr const char* begin = "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL jit = off";
  if (const auto begun = connection.run(begin); !begun) return begun.error();
  Catalog catalog;
  const Result<CatalogMark> mark = read_all(connection, catalog);
  const Result<db::Rows> ended = connection.run(mark ? "COMMIT" : "ROLLBACK");
  if (!mark) {
    moved = ended.ok() && looks_moved(mark.error());
    return mark.error();
  }
  const Result<bool> changed = has_moved(connection, *mark);
  if (!changed) return changed.error();
  moved = *changed;
  return catalog;
}

constexpr int attempts = 3;

}  // namespace

Result<Catalog> read(db::Connection& connection) {
  bool moved = false;
  Result<Catalog> catalog = read_once(connection, moved);
  for (int attempt = 1; moved && attempt < attempts; ++attempt) catalog = read_once(connection, moved);
  if (moved && catalog)
    catalog->diagnostics.push_back({.severity = Severity::warning,
                                    .code = "catalog-moved",
                                    .message = "another session changes the schema while it is read",
                                    .hint = "run again when no schema change is under way"});
  return catalog;
}

}  // namespace trueup::introspect
