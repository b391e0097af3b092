#pragma once

#include <string>
#include <string_view>

namespace trueup {

/// `text` on one line and without control characters: line breaks, tabs and the like are written as \n, \t, \xNN.
/// For names and messages in comments and reports, where a raw line break would end the comment.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace trueup
