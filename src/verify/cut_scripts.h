#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parse/script.h"
#include "parse/subjects.h"
#include "verify/slice.h"

namespace trueup::verify {

/// Of the scripts the statements that are about objects of `slice`, as they are written and in their places, so that
/// lines stay the file's. From a list of objects (GRANT ON a, b) the others are left out. nullopt where it cannot be
/// told what a statement is about.
[[nodiscard]] std::optional<std::vector<parse::Script>> cut(const std::vector<parse::Script>& scripts,
                                                            const parse::Subjects& subjects, const Slice& slice);

/// The statements of scripts that fill tables, each as its text.
[[nodiscard]] std::vector<std::string> statements_of(const std::vector<parse::Script>& scripts);

/// Of these scripts what names no table of `whole` but those that are in `slice`.
[[nodiscard]] std::vector<parse::Script> cut_rows(const std::vector<parse::Script>& scripts, const Catalog& whole,
                                                  const Slice& slice);

}  // namespace trueup::verify
