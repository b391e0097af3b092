#include "base/quote.h"
#include "ddl/text.h"
#include "online/form.h"

// PRIMARY KEY and UNIQUE: the index first, CONCURRENTLY; the constraint then only takes it over.

namespace trueup::online {

namespace {

bool is_nullable(const Setting& setting, const ObjectId& table, const std::string& column) {
  const Object* object = setting.ends.from.find(column_id(table.schema, table.name, column));
  return !object || !std::get<Column>(object->payload).not_null;
}

}  // namespace

Rewritten add_key(const Setting& setting) {
  const plan::Step& step = setting.step();
  const Object* object = setting.ends.to.find(step.subject);
  const auto* key = object ? std::get_if<Key>(&object->payload) : nullptr;
  const std::string head =
      "ALTER TABLE " + sql_parent(step.subject) + " ADD CONSTRAINT " + sql_name(step.subject) + " ";
  const bool primary = step.subject.kind == Kind::primary_key;
  if (!key || !step.statement.sql.starts_with(head + (primary ? "PRIMARY KEY" : "UNIQUE"))) return {};
  const ObjectId table = table_id(step.subject.schema, step.subject.parent);
  if (key->without_overlaps || is_partitioned(table, setting.ends) || object->inherited_from) return {};
  if (primary)
    for (const std::string& column : key->columns)
      if (is_nullable(setting, table, column)) return {};
  std::string index = "CREATE UNIQUE INDEX CONCURRENTLY " + sql_name(step.subject) + " ON " + sql_name(table) + " (" +
                      ddl::names(key->columns) + ")";
  if (!key->include.empty()) index += " INCLUDE (" + ddl::names(key->include) + ")";
  if (key->nulls_not_distinct) index += " NULLS NOT DISTINCT";
  index += ddl::with_options(key->options);
  if (!key->tablespace.empty()) index += " TABLESPACE " + quote_identifier(key->tablespace);
  return {{instead(step, std::move(index), ddl::Transaction::outside),
           instead(step, head + (primary ? "PRIMARY KEY" : "UNIQUE") + " USING INDEX " + sql_name(step.subject) +
                             ddl::deferrability(key->deferrable, key->initially_deferred))}};
}

}  // namespace trueup::online
