#include "cli/rename_questions.h"

#include <fmt/format.h>

#include <algorithm>

namespace trueup::cli {

bool asks_about_renames(const Session& session) {
  return session.arguments.format == Format::text && !session.arguments.yes && Console::can_ask();
}

static bool holds(const std::vector<diff::LikelyRename>& list, const diff::LikelyRename& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

bool ask_about_renames(const Console& console, const Compared& ends, RenameAnswers& answers) {
  const std::size_t before = answers.yes.size();
  for (diff::LikelyRename& likely : diff::likely_renames(ends.from.catalog, ends.to.catalog, ends.difference)) {
    if (holds(answers.no, likely) || holds(answers.yes, likely)) continue;
    const bool yes = console.confirm(
        fmt::format("Is {} the old {} under a new name?", to_string(likely.to), to_string(likely.from)));
    if (yes)
      console.say(fmt::format("  renamed in place; write this behind its name, so that every run knows: -- {}",
                              likely.directive));
    (yes ? answers.yes : answers.no).push_back(std::move(likely));
  }
  return answers.yes.size() != before;
}

void take_answers(const RenameAnswers& answers, Catalog& desired) {
  for (const diff::LikelyRename& likely : answers.yes)
    if (Object* object = desired.find(likely.to))
      object->renamed_from.push_back({.part = {}, .schema = {}, .name = likely.from.name, .where = object->origin});
}

void tell_of_likely_renames(const Console& console, const Compared& ends) {
  for (const diff::LikelyRename& likely : diff::likely_renames(ends.from.catalog, ends.to.catalog, ends.difference))
    console.show({{.severity = Severity::note,
                   .code = "likely-rename",
                   .message = fmt::format("is {} the old {} under a new name? It is planned as a drop and a create",
                                          to_string(likely.to), to_string(likely.from)),
                   .where = ends.to.catalog.find(likely.to)->origin,
                   .hint = fmt::format("if it is, write this behind its name, and it is renamed in place: -- {}",
                                       likely.directive),
                   .excerpt = {}}});
}

}  // namespace trueup::cli
