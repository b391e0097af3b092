#include <algorithm>

#include "online/form.h"

// A partition that goes leaves its parent first, CONCURRENTLY: others go on with the parent's other partitions.

namespace trueup::online {

namespace {

bool has_default(const ObjectId& parent, const Catalog& catalog) {
  return std::any_of(catalog.objects.begin(), catalog.objects.end(), [&](const auto& entry) {
    const auto descent = descent_of(entry.second);
    return descent && *descent.partition_of == parent && descent.partition_bound->text == "DEFAULT";
  });
}

}  // namespace

Rewritten drop_partition(const Setting& setting) {
  const plan::Step& step = setting.step();
  const Object* table = setting.ends.from.find(step.subject);
  if (setting.version < 14 || step.subject.kind != Kind::table || !table) return {};
  if (step.statement.sql != "DROP TABLE " + sql_name(step.subject)) return {};
  const auto& parent = std::get<Table>(table->payload).partition_of;
  if (!parent || has_default(*parent, setting.ends.from) || !setting.ends.to.find(*parent)) return {};
  // It may have left already, or its parent may be made anew.
  for (const plan::Step& other : setting.steps)
    if (&other != &step && (other.subject == *parent || other.subject == step.subject)) return {};
  return {{instead(step,
                   "ALTER TABLE " + sql_name(*parent) + " DETACH PARTITION " + sql_name(step.subject) + " CONCURRENTLY",
                   ddl::Transaction::outside),
           step}};
}

}  // namespace trueup::online
