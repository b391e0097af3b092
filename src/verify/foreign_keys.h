#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trueup::verify {

/// A CREATE TABLE without its foreign keys, and these as statements of their own.
struct SplitTable {
  std::string table;
  std::vector<std::string> foreign_keys;
};

/// Takes the foreign keys out of one CREATE TABLE statement; nullopt when it has none or is something else.
/// The server chooses the same names for them either way.
[[nodiscard]] std::optional<SplitTable> split_off_foreign_keys(std::string_view create_table);

}  // namespace trueup::verify
