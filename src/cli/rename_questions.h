#pragma once

#include <vector>

#include "cli/compared.h"
#include "diff/likely_rename.h"

namespace trueup::cli {

/// What the user said of drops and creates that may be one rename.
struct RenameAnswers {
  std::vector<diff::LikelyRename> yes;
  std::vector<diff::LikelyRename> no;
};

/// Whether such questions can be put: on a terminal, unless --yes or a format for programs is given.
[[nodiscard]] bool asks_about_renames(const Session& session);

/// Puts every question that `answers` does not hold yet. True when one was answered with yes: the comparison must then
/// be made again.
[[nodiscard]] bool ask_about_renames(const Console& console, const Compared& ends, RenameAnswers& answers);

/// Notes in `desired` what was answered with yes, as a directive in its files would.
void take_answers(const RenameAnswers& answers, Catalog& desired);

/// Where nobody can be asked: tells of drops and creates that may be one rename, with the directive that would say so.
void tell_of_likely_renames(const Console& console, const Compared& ends);

}  // namespace trueup::cli
