#include <algorithm>
#include <array>

#include "base/quote.h"
#include "effects/form.h"
#include "effects/words.h"

namespace trueup::effects {

namespace {

using Words = std::vector<std::string_view>;

/// The actions of an ALTER TABLE, each with the words that name the table before it; other statements as they are.
std::vector<Words> actions_of(const Words& words) {
  if (match(words, "ALTER TABLE @") == 0) return {words};
  const std::ptrdiff_t head = 3;
  std::vector<Words> actions = {{words.begin(), words.begin() + head}};
  for (auto word = words.begin() + head; word != words.end(); ++word) {
    if (*word == ",")
      actions.push_back({words.begin(), words.begin() + head});
    else
      actions.back().push_back(*word);
  }
  return actions;
}

constexpr std::array families = {column_forms,   constraint_forms, descent_forms, table_forms, index_forms,
                                 relation_forms, on_table_forms,   type_forms,    free_forms};

/// `words` without the FOREIGN of ALTER FOREIGN TABLE and the ONLY of ALTER TABLE ONLY; says whether that was there.
bool take_only(Words& words) {
  if (match(words, "ALTER FOREIGN TABLE") != 0) words.erase(words.begin() + 1);
  if (words.empty() || words[0] != "ALTER") return false;
  const auto head = words.begin() + std::min<std::ptrdiff_t>(4, std::ssize(words));
  const auto only = std::find(words.begin(), head, "ONLY");
  if (only == head) return false;
  words.erase(only);
  return true;
}

const Form* form_of(const Words& words, std::size_t& matched) {
  for (const auto family : families)
    for (const Form& form : family())
      if ((matched = match(words, form.pattern)) != 0) return &form;
  return nullptr;
}

void merge(plan::Effect& effect, const plan::Effect& more) {
  effect.known = effect.known && more.known;
  for (const auto& [relation, mode] : more.locks) effect.locks[relation] = std::max(effect.locks[relation], mode);
  effect.rewrites.insert(more.rewrites.begin(), more.rewrites.end());
  effect.scans.insert(more.scans.begin(), more.scans.end());
}

/// Leaves out what the effect's own rules leave out.
void tidy(plan::Effect& effect, const Scene& scene) {
  for (const ObjectId& relation : effect.rewrites) effect.scans.erase(relation);
  const auto implied = [&](const auto& lock) {
    const Relation* relation = scene.find(qualified(lock.first.schema, lock.first.name));
    const Relation* table = relation && !relation->table.empty() ? scene.find(relation->table) : nullptr;
    if (!table) return false;
    const auto held = effect.locks.find(table->now);
    return held != effect.locks.end() && held->second >= lock.second;
  };
  std::set<ObjectId> gone;
  for (const auto& lock : effect.locks)
    if (implied(lock)) gone.insert(lock.first);
  for (const ObjectId& relation : gone) effect.locks.erase(relation);
}

plan::Effect effect_of(const plan::Step& step, Scene& scene) {
  Words words = words_of(step.statement.sql);
  const bool is_only = take_only(words);
  plan::Effect effect = {.known = true, .locks = {}, .rewrites = {}, .scans = {}};
  for (Words& action : actions_of(words)) {
    Telling telling(scene, step, std::move(action));
    telling.only = is_only;
    const Form* form = form_of(telling.words, telling.rest);
    if (form)
      form->tell(telling);
    else
      telling.effect.known = false;
    merge(effect, telling.effect);
  }
  return effect;
}

}  // namespace

void describe(plan::Plan& plan, const Ends& ends) {
  Scene scene(ends);
  for (plan::Segment& segment : plan.segments)
    for (plan::Step& step : segment.steps) {
      step.effect = effect_of(step, scene);
      tidy(step.effect, scene);
    }
}

std::vector<std::string_view> forms_of(std::string_view sql) {
  Words words = words_of(sql);
  (void)take_only(words);
  std::vector<std::string_view> forms;
  for (const Words& action : actions_of(words)) {
    std::size_t matched = 0;
    const Form* form = form_of(action, matched);
    forms.push_back(form ? form->pattern : "");
  }
  return forms;
}

std::vector<std::string_view> all_forms() {
  std::vector<std::string_view> forms;
  for (const auto family : families)
    for (const Form& form : family()) forms.push_back(form.pattern);
  return forms;
}

}  // namespace trueup::effects
