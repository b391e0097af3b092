#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace trueup::verify {

/// Called with a word that could be a name, folded as PostgreSQL folds it, and the word before it where a dot joins
/// them ("" for none).
using VisitName = std::function<void(const std::string& qualifier, const std::string& name)>;

/// Every word of `text` that could be a name: of a routine's body in any language, keywords and strings included.
void each_name(std::string_view text, const VisitName& visit);

/// The same for one SQL statement: strings that hold more than a word (a comment's text, a body in dollars) are passed
/// over.
void each_name_of_statement(std::string_view sql, const VisitName& visit);

}  // namespace trueup::verify
