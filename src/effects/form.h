#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "effects/scene.h"

namespace trueup::effects {

using plan::LockMode;

/// One statement on its way through the table of forms: its words, and what is told about it.
class Telling {
 public:
  Telling(Scene& scene, const plan::Step& step, std::vector<std::string_view> words)
      : scene(scene), step(step), words(std::move(words)) {}

  Scene& scene;
  const plan::Step& step;
  std::vector<std::string_view> words;  ///< ALTER TABLE without its ONLY; of several actions one
  std::size_t rest = 0;                 ///< the first word after what the form's pattern matched
  bool only = false;                    ///< ALTER TABLE ONLY
  plan::Effect effect = {.known = true, .locks = {}, .rewrites = {}, .scans = {}};

  [[nodiscard]] std::string_view word(std::size_t i) const { return i < words.size() ? words[i] : std::string_view(); }
  /// True when the words of `phrase` stand together from the form's end on.
  [[nodiscard]] bool says(std::string_view phrase) const;
  /// The word after `keyword`, from the form's end on; "" where there is none.
  [[nodiscard]] std::string_view after(std::string_view keyword) const;

  // Relations that are not in use are passed over.
  void lock(std::string_view relation, LockMode mode);
  void lock(const std::vector<std::string>& relations, LockMode mode);
  void scan(const std::vector<std::string>& relations);
  void rewrite(const std::vector<std::string>& relations);

  /// Foreign keys that `table` has and a partition takes over: the tables on their other side.
  void lock_partners(std::string_view table, LockMode mode);
  /// Tables with foreign keys to `table`, or to one that it descends from: their names now.
  [[nodiscard]] std::vector<std::string> referers(std::string_view table) const;
  /// The default partition of `parent`, by its name now; "" where it has none.
  [[nodiscard]] std::string default_partition(std::string_view parent) const;
  /// The parts of a partitioned table that get a part of the index or key `model` now: those that have one, which
  /// attaches, are passed over.
  void scan_parts(std::string_view table, const ObjectId& model);

  /// The relation and, without ONLY, all that descend from it.
  [[nodiscard]] std::vector<std::string> tree(std::string_view relation) const;
  /// The column of a relation that goes by `name`, as the plan's ends call it; nullptr where neither has it.
  [[nodiscard]] const Object* column(std::string_view relation, std::string_view name, const Catalog& catalog) const;
  /// The constraint of a relation in the beginning, else the end, of the plan.
  [[nodiscard]] const Object* constraint(std::string_view relation, std::string_view name) const;
};

/// A form of statement, by how it begins, and what it does. The first form of a list that matches counts.
struct Form {
  std::string_view pattern;  ///< words; "@" is any one of them
  void (*tell)(Telling&);
};

// The table of forms, a family each.
[[nodiscard]] std::span<const Form> column_forms();      ///< ALTER TABLE … ADD, DROP, ALTER COLUMN
[[nodiscard]] std::span<const Form> constraint_forms();  ///< ALTER TABLE … ADD, DROP, ALTER, VALIDATE CONSTRAINT
[[nodiscard]] std::span<const Form> descent_forms();     ///< partitions and inheritance
[[nodiscard]] std::span<const Form> table_forms();       ///< the rest about tables
[[nodiscard]] std::span<const Form> index_forms();
[[nodiscard]] std::span<const Form> relation_forms();  ///< views, materialized views, sequences
[[nodiscard]] std::span<const Form> on_table_forms();  ///< what stands on tables: triggers, policies, rules, comments …
[[nodiscard]] std::span<const Form> type_forms();      ///< types and domains, whose columns are looked at
[[nodiscard]] std::span<const Form> free_forms();      ///< what locks no relation in use

}  // namespace trueup::effects
