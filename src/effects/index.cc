#include "base/quote.h"
#include "effects/form.h"
#include "effects/words.h"

// CREATE, ALTER and DROP INDEX.

namespace trueup::effects {

namespace {

void create(Telling& t, LockMode mode) {
  const bool only = t.says("ON ONLY");
  const std::string table(t.after(only ? "ONLY" : "ON"));
  const auto tree = only ? std::vector<std::string>{table} : t.scene.tree_of(table);
  t.lock(tree, mode);
  if (only)
    t.scan({table});
  else
    t.scan_parts(table, t.step.subject);
  // One that is to take another's place has a name of its own until then.
  if (unquoted(t.word(t.rest)) == t.step.subject.name) t.scene.make(t.step.subject);
}

void create_plain(Telling& t) { create(t, LockMode::share); }
void create_concurrently(Telling& t) { create(t, LockMode::share_update_exclusive); }

void drop(Telling& t) {
  const bool concurrently = t.says("CONCURRENTLY");
  const std::string index(t.word(t.rest + (concurrently ? 1 : 0)));
  if (const Relation* relation = t.scene.find(index))
    t.lock(t.scene.tree_of(relation->table),
           concurrently ? LockMode::share_update_exclusive : LockMode::access_exclusive);
  t.scene.drop(index);
}

void tune(Telling& t) { t.lock(t.word(2), LockMode::share_update_exclusive); }

/// Most of the access methods' own parameters may only change while nobody looks.
void set(Telling& t) {
  const std::string_view parameters = t.word(t.rest);
  const bool mild = parameters.starts_with("(fillfactor") || parameters.starts_with("(deduplicate_items");
  t.lock(t.word(2), mild ? LockMode::share_update_exclusive : LockMode::access_exclusive);
}

void change(Telling& t) { t.lock(t.word(2), LockMode::access_exclusive); }

void rewrite(Telling& t) { change(t); }

void rename(Telling& t) {
  tune(t);
  t.scene.rename(t.word(2), {}, unquoted(t.word(5)));
}

void attach(Telling& t) {
  tune(t);
  t.lock(t.word(5), LockMode::access_exclusive);
}

constexpr Form forms[] = {
    {"CREATE INDEX CONCURRENTLY", create_concurrently},
    {"CREATE UNIQUE INDEX CONCURRENTLY", create_concurrently},
    {"CREATE INDEX", create_plain},
    {"CREATE UNIQUE INDEX", create_plain},
    {"DROP INDEX", drop},
    {"ALTER INDEX @ RENAME TO @", rename},
    {"ALTER INDEX @ ATTACH PARTITION @", attach},
    {"ALTER INDEX @ ALTER COLUMN @ SET STATISTICS", tune},
    {"ALTER INDEX @ SET TABLESPACE", rewrite},
    {"ALTER INDEX @ SET", set},
    {"ALTER INDEX @ RESET", set},
};

}  // namespace

std::span<const Form> index_forms() { return forms; }

}  // namespace trueup::effects
