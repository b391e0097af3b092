#include "effects/form.h"
#include "effects/words.h"

// CREATE and DROP TABLE, and what ALTER TABLE says of the table as a whole.

namespace trueup::effects {

namespace {

void create(Telling& t) {
  t.scene.make(t.step.subject);
  const Object* table = t.scene.to.find(t.step.subject);
  if (!table) return;
  const auto descent = descent_of(*table);
  const std::string name = t.scene.name_of(t.step.subject);
  if (t.says("PARTITION OF")) {
    const std::string parent(t.after("OF"));
    t.lock(parent, LockMode::access_exclusive);
    for (const std::string& other : t.scene.tree_of(parent)) {
      const Object* part = t.scene.object(other);
      if (!part || !descent_of(*part) || descent_of(*part).partition_bound->text != "DEFAULT") continue;
      t.lock(other, LockMode::access_exclusive);
      t.scan({other});
    }
    t.lock_partners(parent, LockMode::share_row_exclusive);
    t.lock(t.referers(parent), LockMode::share_row_exclusive);
    t.scene.descend(name, parent);
  } else if (t.says("INHERITS")) {
    for (const ObjectId& parent : *descent.inherits) {
      t.lock(t.scene.name_of(parent), LockMode::share_update_exclusive);
      t.scene.descend(name, t.scene.name_of(parent));
    }
  }
}

void drop(Telling& t) {
  const std::string table(t.words.back());
  t.lock(t.scene.tree_of(table), LockMode::access_exclusive);
  for (const std::string& parent : t.scene.parents_of(table)) {
    const Object* object = t.scene.object(table);
    const auto descent = object ? descent_of(*object) : decltype(descent_of(*object)){};
    if (!descent || !*descent.partition_of) continue;
    t.lock(parent, LockMode::access_exclusive);
    if (const std::string rest = t.default_partition(parent); !rest.empty())
      t.lock(t.scene.tree_of(rest), LockMode::access_exclusive);
  }
  if (const Relation* relation = t.scene.find(table))
    for (const Object* key : t.scene.from.children(Kind::foreign_key, relation->model.schema, relation->model.name))
      if (!t.scene.is_gone(key->id) && (!key->inherited_from || t.scene.parents_of(table).empty()))
        t.lock(t.scene.tree_of(t.scene.name_of(std::get<ForeignKey>(key->payload).referenced)),
               LockMode::access_exclusive);
  t.scene.drop(table);
}

void change(Telling& t) { t.lock(t.word(2), LockMode::access_exclusive); }

void change_tree(Telling& t) { t.lock(t.tree(t.word(2)), LockMode::access_exclusive); }

void rewrite(Telling& t) {
  change(t);
  t.rewrite({std::string(t.word(2))});
}

void tune(Telling& t) { t.lock(t.word(2), LockMode::share_update_exclusive); }

void triggers(Telling& t) { t.lock(t.tree(t.word(2)), LockMode::share_row_exclusive); }

void rename(Telling& t) {
  change(t);
  t.scene.rename(t.word(2), {}, unquoted(t.word(5)));
}

void set_schema(Telling& t) {
  change(t);
  t.scene.rename(t.word(2), unquoted(t.word(5)), {});
}

constexpr Form forms[] = {
    {"CREATE TABLE @", create},
    {"CREATE UNLOGGED TABLE @", create},
    {"CREATE FOREIGN TABLE @", create},
    {"DROP TABLE @", drop},
    {"DROP FOREIGN TABLE @", drop},
    {"ALTER TABLE @ RENAME TO @", rename},
    {"ALTER TABLE @ SET SCHEMA @", set_schema},
    {"ALTER TABLE @ SET TABLESPACE", rewrite},
    {"ALTER TABLE @ SET LOGGED", rewrite},
    {"ALTER TABLE @ SET UNLOGGED", rewrite},
    {"ALTER TABLE @ SET ACCESS METHOD", rewrite},
    {"ALTER TABLE @ SET WITHOUT CLUSTER", tune},
    {"ALTER TABLE @ CLUSTER ON @", tune},
    {"ALTER TABLE @ SET", tune},
    {"ALTER TABLE @ RESET", tune},
    {"ALTER TABLE @ OPTIONS", change},
    {"ALTER TABLE @ REPLICA IDENTITY", change},
    {"ALTER TABLE @ OWNER TO @", change},
    {"ALTER TABLE @ OF @", change},
    {"ALTER TABLE @ NOT OF", change},
    {"ALTER TABLE @ ENABLE ROW LEVEL SECURITY", change},
    {"ALTER TABLE @ DISABLE ROW LEVEL SECURITY", change},
    {"ALTER TABLE @ FORCE ROW LEVEL SECURITY", change},
    {"ALTER TABLE @ NO FORCE ROW LEVEL SECURITY", change},
    {"ALTER TABLE @ ENABLE TRIGGER @", triggers},
    {"ALTER TABLE @ ENABLE ALWAYS TRIGGER @", triggers},
    {"ALTER TABLE @ ENABLE REPLICA TRIGGER @", triggers},
    {"ALTER TABLE @ DISABLE TRIGGER @", triggers},
    {"ALTER TABLE @ ENABLE RULE @", change_tree},
    {"ALTER TABLE @ ENABLE ALWAYS RULE @", change_tree},
    {"ALTER TABLE @ ENABLE REPLICA RULE @", change_tree},
    {"ALTER TABLE @ DISABLE RULE @", change_tree},
};

}  // namespace

std::span<const Form> table_forms() { return forms; }

}  // namespace trueup::effects
