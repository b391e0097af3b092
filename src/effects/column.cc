#include <algorithm>

#include "effects/conversion.h"
#include "effects/form.h"
#include "effects/volatile.h"
#include "effects/words.h"

// ALTER TABLE … ADD, DROP and ALTER COLUMN.

namespace trueup::effects {

namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Calls `visit(table, referenced, foreign key)` for each foreign key that has the column on either side.
template <class F>
void each_foreign_key(const Telling& t, const ObjectId& table, const std::string& column, F visit) {
  for (const auto& [id, object] : t.scene.from.objects) {
    const auto* key = std::get_if<ForeignKey>(&object.payload);
    if (!key || t.scene.is_gone(id)) continue;
    const bool own = id.schema == table.schema && id.parent == table.name && contains(key->columns, column);
    if (own || (key->referenced == table && contains(key->referenced_columns, column)))
      visit(t.scene.name_of(table_id(id.schema, id.parent)), t.scene.name_of(key->referenced), own);
  }
}

void add(Telling& t) {
  const auto tree = t.tree(t.word(2));
  t.lock(tree, LockMode::access_exclusive);
  const Object* column = t.column(t.word(2), t.word(5), t.scene.to);
  const bool serial = t.says("GENERATED") && t.says("AS IDENTITY");
  const bool stored = t.says("STORED");
  const bool fills = column && (fills_by_row(std::get<Column>(column->payload).default_value, *column, t.scene.to) ||
                                is_checked_domain(std::get<Column>(column->payload).type, t.scene.to));
  if (serial || stored || (t.says("DEFAULT") && fills) ||
      (column && is_checked_domain(std::get<Column>(column->payload).type, t.scene.to)))
    t.rewrite(tree);
  else if (t.says("NOT NULL") && !t.says("DEFAULT"))
    t.scan(tree);
}

void drop(Telling& t) {
  const auto tree = t.tree(t.word(2));
  t.lock(tree, LockMode::access_exclusive);
  if (const Relation* table = t.scene.find(t.word(2)))
    each_foreign_key(t, table->model, unquoted(t.word(5)),
                     [&](const std::string& from, const std::string& to, bool own) {
                       t.lock(t.scene.tree_of(own ? to : from), LockMode::access_exclusive);
                     });
}

void change(Telling& t) { t.lock(t.tree(t.word(2)), LockMode::access_exclusive); }

/// One that is not inherited goes from the table alone.
void drop_not_null(Telling& t) {
  const Object* column = t.column(t.word(2), t.word(5), t.scene.from);
  const bool alone = column && std::get<Column>(column->payload).not_null_constraint.no_inherit;
  t.lock(alone ? std::vector<std::string>{std::string(t.word(2))} : t.tree(t.word(2)), LockMode::access_exclusive);
}

void tune(Telling& t) { t.lock(t.tree(t.word(2)), LockMode::share_update_exclusive); }

/// A validated CHECK (column IS NOT NULL) says that there is nothing to look for.
bool is_proven_not_null(const Telling& t) {
  const Relation* table = t.scene.find(t.word(2));
  if (!table) return false;
  const std::string wanted = std::string(t.word(5)) + " IS NOT NULL";
  if (t.scene.proven.contains(std::string(t.word(2)) + " (" + wanted + ")")) return true;
  for (const Object* check : t.scene.from.children(Kind::check, table->model.schema, table->model.name)) {
    const auto& payload = std::get<Check>(check->payload);
    if (!payload.not_valid && !payload.not_enforced && payload.expression.text == wanted) return true;
  }
  return false;
}

void set_not_null(Telling& t) {
  change(t);
  if (!is_proven_not_null(t)) t.scan(t.tree(t.word(2)));
}

void set_type(Telling& t) {
  change(t);
  const Relation* table = t.scene.find(t.word(2));
  const Object* column = t.column(t.word(2), t.word(5), t.scene.from);
  if (!table || !column) return t.rewrite(t.tree(t.word(2)));
  const std::size_t using_at = t.step.statement.sql.find(" USING ");
  const std::string casts = t.says("USING") ? t.step.statement.sql.substr(using_at + 7) : "";
  const Conversion conversion = conversion_of(*column, t.column(t.word(2), t.word(5), t.scene.to), casts, t.scene);
  if (conversion == Conversion::rewrites) t.rewrite(t.tree(t.word(2)));
  if (conversion == Conversion::scans) t.scan(t.tree(t.word(2)));
  each_foreign_key(t, table->model, unquoted(t.word(5)), [&](const std::string& from, const std::string& to, bool) {
    t.lock(from, LockMode::access_exclusive);
    t.lock(to, LockMode::access_exclusive);
    if (conversion == Conversion::rewrites) t.scan({from});
  });
}

void set_expression(Telling& t) {
  change(t);
  const Object* column = t.column(t.word(2), t.word(5), t.scene.to);
  if (!column || !std::get<Column>(column->payload).is_virtual) t.rewrite(t.tree(t.word(2)));
}

/// SET (n_distinct = …), or SET GENERATED, SET INCREMENT BY … of an identity.
void set(Telling& t) { t.word(t.rest).starts_with('(') ? tune(t) : change(t); }

constexpr Form forms[] = {
    {"ALTER TABLE @ ADD COLUMN @", add},
    {"ALTER TABLE @ DROP COLUMN @", drop},
    {"ALTER TABLE @ ALTER COLUMN @ TYPE", set_type},
    {"ALTER TABLE @ ALTER COLUMN @ SET NOT NULL", set_not_null},
    {"ALTER TABLE @ ALTER COLUMN @ SET EXPRESSION", set_expression},
    {"ALTER TABLE @ ALTER COLUMN @ SET STATISTICS", tune},
    {"ALTER TABLE @ ALTER COLUMN @ SET STORAGE", change},
    {"ALTER TABLE @ ALTER COLUMN @ SET COMPRESSION", change},
    {"ALTER TABLE @ ALTER COLUMN @ SET DEFAULT", change},
    {"ALTER TABLE @ ALTER COLUMN @ SET", set},
    {"ALTER TABLE @ ALTER COLUMN @ OPTIONS", change},
    {"ALTER TABLE @ ALTER COLUMN @ RESET", tune},
    {"ALTER TABLE @ ALTER COLUMN @ DROP DEFAULT", change},
    {"ALTER TABLE @ ALTER COLUMN @ DROP NOT NULL", drop_not_null},
    {"ALTER TABLE @ ALTER COLUMN @ DROP IDENTITY", change},
    {"ALTER TABLE @ ALTER COLUMN @ DROP EXPRESSION", change},
    {"ALTER TABLE @ ALTER COLUMN @ ADD GENERATED", change},
    {"ALTER TABLE @ ALTER COLUMN @ RESTART", change},
    {"ALTER TABLE @ RENAME COLUMN @ TO @", change},
};

}  // namespace

std::span<const Form> column_forms() { return forms; }

}  // namespace trueup::effects
