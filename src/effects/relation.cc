#include "effects/form.h"
#include "effects/words.h"

// Views, materialized views and sequences.

namespace trueup::effects {

namespace {

/// The relation's name: the word after the kind's keywords.
std::string_view name_in(const Telling& t) {
  for (std::size_t i = 1; i < t.words.size(); ++i)
    if (t.words[i] == "VIEW" || t.words[i] == "SEQUENCE") return t.word(i + 1);
  return {};
}

void change(Telling& t) { t.lock(name_in(t), LockMode::access_exclusive); }

void tune(Telling& t) { t.lock(name_in(t), LockMode::share_update_exclusive); }

void make(Telling& t) { t.scene.make(t.step.subject); }

/// CREATE OR REPLACE: of a view that is there, or anew.
void replace(Telling& t) {
  if (!t.scene.find(name_in(t))) return make(t);
  change(t);
}

void drop(Telling& t) {
  const std::string name(t.words.back());
  t.lock(name, LockMode::access_exclusive);
  t.scene.drop(name);
}

void rename(Telling& t) {
  change(t);
  t.scene.rename(name_in(t), {}, unquoted(t.words.back()));
}

void set_schema(Telling& t) {
  change(t);
  t.scene.rename(name_in(t), unquoted(t.words.back()), {});
}

void rewrite(Telling& t) {
  change(t);
  t.rewrite({std::string(name_in(t))});
}

/// Nobody reads a sequence as a table; those who take its next value wait.
void alter_sequence(Telling& t) { t.lock(name_in(t), LockMode::share_row_exclusive); }

constexpr Form forms[] = {
    {"CREATE OR REPLACE VIEW", replace},
    {"CREATE OR REPLACE RECURSIVE VIEW", replace},
    {"CREATE VIEW", make},
    {"CREATE RECURSIVE VIEW", make},
    {"DROP VIEW", drop},
    {"ALTER VIEW @ RENAME TO @", rename},
    {"ALTER VIEW @ SET SCHEMA @", set_schema},
    {"ALTER VIEW @", change},
    {"CREATE MATERIALIZED VIEW", make},
    {"DROP MATERIALIZED VIEW", drop},
    {"ALTER MATERIALIZED VIEW @ RENAME TO @", rename},
    {"ALTER MATERIALIZED VIEW @ SET SCHEMA @", set_schema},
    {"ALTER MATERIALIZED VIEW @ RENAME COLUMN", change},
    {"ALTER MATERIALIZED VIEW @ OWNER TO", change},
    {"ALTER MATERIALIZED VIEW @ SET TABLESPACE", rewrite},
    {"ALTER MATERIALIZED VIEW @ SET ACCESS METHOD", rewrite},
    {"ALTER MATERIALIZED VIEW @ ALTER COLUMN @ SET STORAGE", change},
    {"ALTER MATERIALIZED VIEW @ ALTER COLUMN @ SET COMPRESSION", change},
    {"ALTER MATERIALIZED VIEW @ ALTER COLUMN @", tune},
    {"ALTER MATERIALIZED VIEW @ SET", tune},
    {"ALTER MATERIALIZED VIEW @ RESET", tune},
    {"ALTER MATERIALIZED VIEW @ CLUSTER ON @", tune},
    {"CREATE SEQUENCE", make},
    {"CREATE UNLOGGED SEQUENCE", make},
    {"DROP SEQUENCE", drop},
    {"ALTER SEQUENCE @ RENAME TO @", rename},
    {"ALTER SEQUENCE @ SET SCHEMA @", set_schema},
    {"ALTER SEQUENCE @ OWNER TO", change},
    {"ALTER SEQUENCE @ SET LOGGED", change},
    {"ALTER SEQUENCE @ SET UNLOGGED", change},
    {"ALTER SEQUENCE @", alter_sequence},
};

}  // namespace

std::span<const Form> relation_forms() { return forms; }

}  // namespace trueup::effects
