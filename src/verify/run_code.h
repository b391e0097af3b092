#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "db/scratch.h"
#include "model/catalog.h"
#include "parse/script.h"

namespace trueup::verify {

/// What a server holds that has run the files.
struct Ran {
  const Catalog& loaded;                    ///< canonical
  const Diagnostics& failed;                ///< statements that the server refused
  const std::string& acting;                ///< whom everything belongs to where nothing else is stated
  const std::set<std::string>& roles_made;  ///< roles that code made
};

/// Adds to `parsed` what the code in its files brought about (Catalog::code: DO, CALL, functions that SELECT calls):
/// objects it made are added, objects it dropped removed, fields it changed taken over. `parsed` is canonical
/// afterwards. Its diagnostics no longer say that the code was left out; a name that is stated nowhere is an error only
/// where the server did not know it either.
void complete_with_code(Catalog& parsed, const Ran& ran);

/// The same, after running the scripts whole on the embedded server as the role `acting` ("" = its own login). Code
/// that asks whether a role exists finds those of `roles` that it names.
[[nodiscard]] Result<void> run_code(Catalog& parsed, const std::vector<parse::Script>& scripts,
                                    const std::string& acting, const std::set<std::string>& roles,
                                    db::Scratch& scratch);

}  // namespace trueup::verify
