#include "base/quote.h"
#include "effects/form.h"
#include "effects/words.h"

// What stands on tables: triggers, policies, rules, statistics; comments and labels; membership in publications.

namespace trueup::effects {

namespace {

/// The table after ON, and all that descend from it.
std::vector<std::string> table_and_tree(const Telling& t) { return t.scene.tree_of(t.after("ON")); }

void create_trigger(Telling& t) {
  t.lock(table_and_tree(t), LockMode::share_row_exclusive);
  if (const std::string_view other = t.after("FROM"); !other.empty()) t.lock(other, LockMode::share_row_exclusive);
}

void change_trigger(Telling& t) { t.lock(table_and_tree(t), LockMode::access_exclusive); }

void change(Telling& t) { t.lock(t.after("ON"), LockMode::access_exclusive); }

void create_rule(Telling& t) { t.lock(t.after("TO"), LockMode::access_exclusive); }

void create_statistics(Telling& t) { t.lock(t.words.back(), LockMode::share_update_exclusive); }

void drop_statistics(Telling& t) {
  const Object* object = t.scene.object(t.step.subject);
  const auto* statistics = object ? std::get_if<Statistics>(&object->payload) : nullptr;
  if (statistics) t.lock(t.scene.name_of(statistics->table), LockMode::share_update_exclusive);
}

/// COMMENT ON TABLE name, SECURITY LABEL FOR provider ON TABLE name.
void remark(Telling& t) { t.lock(t.word(t.rest), LockMode::share_update_exclusive); }

/// The relation in "public.t.column".
void remark_column(Telling& t) {
  std::string_view name = t.word(t.rest);
  bool quoted = false;
  std::size_t dot = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '"') quoted = !quoted;
    if (name[i] == '.' && !quoted) dot = i;
  }
  t.lock(name.substr(0, dot), LockMode::share_update_exclusive);
}

/// A member, and without ONLY what descends from it.
void member(Telling& t) {
  t.rest = 3;
  const std::string_view table = t.after("TABLE");
  if (table.empty()) return;
  if (table == "ONLY")
    t.lock(t.after("ONLY"), LockMode::share_update_exclusive);
  else
    t.lock(t.scene.tree_of(table), LockMode::share_update_exclusive);
}

constexpr Form forms[] = {
    {"CREATE TRIGGER @", create_trigger},
    {"CREATE CONSTRAINT TRIGGER @", create_trigger},
    {"CREATE OR REPLACE TRIGGER @", create_trigger},
    {"DROP TRIGGER @", change_trigger},
    {"ALTER TRIGGER @", change_trigger},
    {"CREATE POLICY @", change},
    {"ALTER POLICY @", change},
    {"DROP POLICY @", change},
    {"CREATE RULE @", create_rule},
    {"CREATE OR REPLACE RULE @", create_rule},
    {"ALTER RULE @", change},
    {"DROP RULE @", change},
    {"CREATE STATISTICS @", create_statistics},
    {"DROP STATISTICS @", drop_statistics},
    {"COMMENT ON TABLE", remark},
    {"COMMENT ON FOREIGN TABLE", remark},
    {"COMMENT ON VIEW", remark},
    {"COMMENT ON MATERIALIZED VIEW", remark},
    {"COMMENT ON SEQUENCE", remark},
    {"COMMENT ON INDEX", remark},
    {"COMMENT ON COLUMN", remark_column},
    {"SECURITY LABEL FOR @ ON TABLE", remark},
    {"SECURITY LABEL FOR @ ON FOREIGN TABLE", remark},
    {"SECURITY LABEL FOR @ ON VIEW", remark},
    {"SECURITY LABEL FOR @ ON MATERIALIZED VIEW", remark},
    {"SECURITY LABEL FOR @ ON SEQUENCE", remark},
    {"SECURITY LABEL FOR @ ON COLUMN", remark_column},
    {"CREATE PUBLICATION @", member},
    {"ALTER PUBLICATION @", member},
};

}  // namespace

std::span<const Form> on_table_forms() { return forms; }

}  // namespace trueup::effects
