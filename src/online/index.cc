#include <algorithm>

#include "base/quote.h"
#include "online/form.h"

// CREATE and DROP INDEX CONCURRENTLY; an index that is replaced is there all the time.

namespace trueup::online {

namespace {

constexpr std::string_view create = "CREATE INDEX ";
constexpr std::string_view create_unique = "CREATE UNIQUE INDEX ";

bool creates_index(const plan::Step& step) {
  return step.subject.kind == Kind::index &&
         (step.statement.sql.starts_with(create) || step.statement.sql.starts_with(create_unique));
}

bool drops_index(const plan::Step& step) {
  return step.subject.kind == Kind::index && step.statement.sql.starts_with("DROP INDEX ");
}

/// "CREATE INDEX CONCURRENTLY other ON …" for the definition in `sql`.
std::string concurrently(const std::string& sql, const std::string& name, const std::string& other) {
  const std::string_view head = sql.starts_with(create) ? create : create_unique;
  return std::string(head) + "CONCURRENTLY " + other + sql.substr(head.size() + name.size());
}

/// "… ON ONLY …"
std::string only(const std::string& sql, const std::string& name) {
  const std::string_view head = sql.starts_with(create) ? create : create_unique;
  const std::size_t on = head.size() + name.size();
  return sql.substr(0, on) + " ON ONLY " + sql.substr(on + 4);
}

const plan::Step* find_step(const Setting& setting, bool (*is)(const plan::Step&), const ObjectId& index) {
  const auto found = std::find_if(setting.steps.begin(), setting.steps.end(),
                                  [&](const plan::Step& step) { return is(step) && step.subject == index; });
  return found == setting.steps.end() ? nullptr : &*found;
}

bool is_about(const ObjectId& subject, const ObjectId& table) {
  return subject == table ||
         (has_parent(subject.kind) && subject.schema == table.schema && subject.parent == table.name);
}

/// The index stays until its successor is there: nothing between the two changes what they stand on.
bool is_replaced(const Setting& setting, const plan::Step& drop, const plan::Step& made) {
  const Object* object = setting.ends.to.find(made.subject);
  const Object* old = setting.ends.from.find(made.subject);
  if (!object || !old || &drop > &made) return false;
  const auto& index = std::get<Index>(object->payload);
  if (index.table != std::get<Index>(old->payload).table || is_partitioned(index.table, setting.ends)) return false;
  if (object->inherited_from || old->inherited_from) return false;
  return std::none_of(&drop + 1, &made, [&](const plan::Step& step) {
    const bool used =
        std::find(object->references.begin(), object->references.end(), step.subject) != object->references.end();
    const bool was_used =
        std::find(old->references.begin(), old->references.end(), step.subject) != old->references.end();
    return used || was_used || is_about(step.subject, index.table);
  });
}

/// The partitions' parts of an index, from the parent's down: made by themselves, then taken in. They have the same
/// definition, as columns have the same names there.
void add_parts(const Setting& setting, const ObjectId& parent, std::vector<plan::Step>& steps) {
  const std::string& sql = setting.step().statement.sql;
  const ObjectId& whole = setting.step().subject;
  const std::string_view head = sql.starts_with(create) ? create : create_unique;
  const std::size_t names = quote_identifier(whole.name).size() + 4 +
                            sql_name(std::get<Index>(setting.ends.to.find(whole)->payload).table).size();
  for (const auto& [id, object] : setting.ends.to.objects) {
    const auto* index = std::get_if<Index>(&object.payload);
    if (!index || object.inherited_from != parent) continue;
    const auto add = [&, part = id](std::string text, ddl::Transaction transaction = ddl::Transaction::inside) {
      steps.push_back(instead(setting.step(), std::move(text), transaction));
      steps.back().subject = part;
    };
    const std::string name = quote_identifier(id.name);
    std::string definition = sql;
    definition.replace(head.size(), names, name + " ON " + sql_name(index->table));
    if (is_partitioned(index->table, setting.ends)) {
      add(only(definition, name));
      add_parts(setting, id, steps);
    } else {
      add(concurrently(definition, name, name), ddl::Transaction::outside);
    }
    add("ALTER INDEX " + qualified(parent.schema, parent.name) + " ATTACH PARTITION " + qualified(id.schema, id.name));
  }
}

/// Every part is made by the statement in question, and all tables of the tree are in the state the plan starts from.
bool has_plain_parts(const Setting& setting, const ObjectId& parent, const ObjectId& table) {
  std::size_t parts = 0;
  for (const auto& [id, object] : setting.ends.to.objects) {
    if (object.inherited_from != parent) continue;
    const auto* index = std::get_if<Index>(&object.payload);
    if (!index) return false;
    ++parts;
    if (find_step(setting, creates_index, id) || !setting.ends.from.find(index->table)) return false;
    if (index->table.kind != Kind::table) return false;
    if (is_partitioned(index->table, setting.ends) && !has_plain_parts(setting, id, index->table)) return false;
  }
  std::size_t partitions = 0;
  for (const Catalog* catalog : {&setting.ends.from, &setting.ends.to}) {
    partitions = 0;
    for (const auto& [id, object] : catalog->objects)
      if (const auto descent = descent_of(object); descent && *descent.partition_of == table) ++partitions;
    if (partitions != parts) return false;
  }
  return true;
}

}  // namespace

Rewritten create_index(const Setting& setting) {
  const plan::Step& step = setting.step();
  const Object* object = setting.ends.to.find(step.subject);
  if (!creates_index(step) || !object) return {};
  const auto& index = std::get<Index>(object->payload);
  const std::string name = quote_identifier(step.subject.name);
  if (is_partitioned(index.table, setting.ends)) {
    if (index.only || !has_plain_parts(setting, step.subject, index.table)) return {};
    std::vector<plan::Step> steps = {instead(step, only(step.statement.sql, name))};
    add_parts(setting, step.subject, steps);
    return steps;
  }
  const plan::Step* drop = find_step(setting, drops_index, step.subject);
  if (!drop || !is_replaced(setting, *drop, step))
    return {{instead(step, concurrently(step.statement.sql, name, name), ddl::Transaction::outside)}};
  const std::string fresh = name_with(step.subject.name, "__trueup_new");
  const std::string old = name_with(step.subject.name, "__trueup_old");
  const auto rename = [&](const std::string& from, const std::string& to) {
    return instead(step, "ALTER INDEX " + qualified(step.subject.schema, from) + " RENAME TO " + quote_identifier(to));
  };
  return {{instead(step, concurrently(step.statement.sql, name, quote_identifier(fresh)), ddl::Transaction::outside),
           rename(step.subject.name, old), rename(fresh, step.subject.name),
           instead(step, "DROP INDEX CONCURRENTLY " + qualified(step.subject.schema, old), ddl::Transaction::outside)}};
}

Rewritten drop_index(const Setting& setting) {
  const plan::Step& step = setting.step();
  const Object* object = setting.ends.from.find(step.subject);
  if (!drops_index(step) || !object) return {};
  const auto& index = std::get<Index>(object->payload);
  if (is_partitioned(index.table, setting.ends) || object->inherited_from) return {};
  const plan::Step* made = find_step(setting, creates_index, step.subject);
  if (made && is_replaced(setting, step, *made)) return std::vector<plan::Step>{};
  std::string sql = step.statement.sql;
  sql.insert(std::string_view("DROP INDEX ").size(), "CONCURRENTLY ");
  return {{instead(step, std::move(sql), ddl::Transaction::outside)}};
}

}  // namespace trueup::online
