#include "effects/form.h"

// ALTER TABLE … ADD, DROP, ALTER and VALIDATE CONSTRAINT.

namespace trueup::effects {

namespace {

bool is_left_for_later(const Telling& t) { return t.says("NOT VALID") || t.says("NOT ENFORCED"); }

void add_foreign_key(Telling& t) {
  const auto tree = t.tree(t.word(2));
  t.lock(tree, LockMode::share_row_exclusive);
  t.lock(t.scene.tree_of(t.after("REFERENCES")), LockMode::share_row_exclusive);
  if (!is_left_for_later(t)) t.scan(tree);
  t.scene.make_part(t.step.subject);
}

void add_check(Telling& t) {
  const auto tree = t.tree(t.word(2));
  t.lock(tree, LockMode::access_exclusive);
  const std::string table(t.word(2));
  if (!is_left_for_later(t)) {
    t.scan(t.says("NO INHERIT") ? std::vector<std::string>{std::string(t.word(2))} : tree);
    t.scene.proven.insert(table + " " + std::string(t.word(t.rest)));
  } else if (t.says("NOT VALID")) {
    t.scene.checks[table + " " + std::string(t.word(5))] = t.word(t.rest);
  }
}

/// A key or an exclusion: an index is built. On a partitioned table the partitions only wait for it (from 18 on for a
/// primary key, which they take on themselves).
void add_key(Telling& t) {
  const auto tree = t.tree(t.word(2));
  const bool reaches_parts = t.word(6) == "PRIMARY" || t.word(6) == "EXCLUDE";
  t.lock(tree, reaches_parts && t.scene.version >= 18 ? LockMode::access_exclusive : LockMode::share);
  t.lock(t.word(2), LockMode::access_exclusive);
  if (t.only)
    t.scan({std::string(t.word(2))});
  else
    t.scan_parts(t.word(2), t.step.subject);
  t.scene.make(t.step.subject);
}

void use_index(Telling& t) { t.lock(t.word(2), LockMode::access_exclusive); }

void drop(Telling& t) {
  t.lock(t.tree(t.word(2)), LockMode::access_exclusive);
  const Object* constraint = t.constraint(t.word(2), t.word(5));
  if (!constraint) return;
  if (const auto* key = std::get_if<ForeignKey>(&constraint->payload))
    t.lock(t.scene.tree_of(t.scene.name_of(key->referenced)), LockMode::access_exclusive);
  t.scene.drop_part(constraint->id);
}

/// A foreign key that is enforced from now on looks at every row; one that no longer is lets go of the other table.
void alter(Telling& t) {
  const auto tree = t.tree(t.word(2));
  t.lock(tree, LockMode::access_exclusive);
  if (t.word(t.rest) == "INHERIT") t.scan({tree.begin() + 1, tree.end()});
  const Object* constraint = t.constraint(t.word(2), t.word(5));
  const auto* key = constraint ? std::get_if<ForeignKey>(&constraint->payload) : nullptr;
  if (!key || !t.says("ENFORCED")) return;
  const bool lets_go = t.says("NOT ENFORCED");
  t.lock(t.scene.tree_of(t.scene.name_of(key->referenced)),
         lets_go ? LockMode::access_exclusive : LockMode::share_row_exclusive);
  if (!lets_go) t.scan(tree);
}

void validate(Telling& t) {
  const auto tree = t.tree(t.word(2));
  t.lock(tree, LockMode::share_update_exclusive);
  t.scan(tree);
  const std::string table(t.word(2));
  if (const auto check = t.scene.checks.find(table + " " + std::string(t.word(5))); check != t.scene.checks.end())
    t.scene.proven.insert(table + " " + check->second);
}

/// Partitions have indexes and foreign keys of names of their own.
void rename(Telling& t) {
  const Object* constraint = t.constraint(t.word(2), t.word(7));
  if (!constraint) constraint = t.constraint(t.word(2), t.word(5));
  const bool alone = constraint && (has_index(constraint->id.kind) || constraint->id.kind == Kind::foreign_key);
  t.lock(alone ? std::vector<std::string>{std::string(t.word(2))} : t.tree(t.word(2)), LockMode::access_exclusive);
}

constexpr Form forms[] = {
    {"ALTER TABLE @ ADD CONSTRAINT @ FOREIGN KEY", add_foreign_key},
    {"ALTER TABLE @ ADD CONSTRAINT @ CHECK", add_check},
    {"ALTER TABLE @ ADD CONSTRAINT @ NOT NULL", add_check},
    {"ALTER TABLE @ ADD CONSTRAINT @ PRIMARY KEY USING INDEX", use_index},
    {"ALTER TABLE @ ADD CONSTRAINT @ UNIQUE USING INDEX", use_index},
    {"ALTER TABLE @ ADD CONSTRAINT @ PRIMARY KEY", add_key},
    {"ALTER TABLE @ ADD CONSTRAINT @ UNIQUE", add_key},
    {"ALTER TABLE @ ADD CONSTRAINT @ EXCLUDE", add_key},
    {"ALTER TABLE @ DROP CONSTRAINT @", drop},
    {"ALTER TABLE @ ALTER CONSTRAINT @", alter},
    {"ALTER TABLE @ VALIDATE CONSTRAINT @", validate},
    {"ALTER TABLE @ RENAME CONSTRAINT @ TO @", rename},
};

}  // namespace

std::span<const Form> constraint_forms() { return forms; }

}  // namespace trueup::effects
