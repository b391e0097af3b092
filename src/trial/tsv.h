#pragma once

#include <map>
#include <string>
#include <vector>

namespace trueup::trial {

/// A row by column name; `\n`, `\t` and `\\` are unescaped.
using Row = std::map<std::string, std::string>;

/// The rows of a tab-separated file whose first line names the columns; {} when it cannot be read.
[[nodiscard]] std::vector<Row> read_tsv(const std::string& path);

}  // namespace trueup::trial
