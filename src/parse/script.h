#pragma once

#include <string>
#include <vector>

#include "model/catalog.h"
#include "parse/subjects.h"

namespace trueup::parse {

/// One file of desired SQL: its name for messages, and its text.
struct Script {
  std::string name;
  std::string text;
};

/// What the parse door needs to know of the server the state is meant for.
struct Options {
  int server_version = 150000;  ///< server_version_num
  bool strict = false;          ///< what is not managed is an error, not a warning
};

/// Reads desired SQL into a catalog. Statements fold in textual order within a script; between scripts there is no
/// order, and two scripts that contradict each other give an error that names both. Every name of an object is
/// resolved and qualified; expressions keep their text and search_path for `canonical::canonicalise`.
/// Everything wrong or left out is in the catalog's diagnostics: all errors of all files in one run.
/// `subjects`, where given, gets what each statement is about.
[[nodiscard]] Catalog read(const std::vector<Script>& scripts, const Options& options, Subjects* subjects = nullptr);

}  // namespace trueup::parse
