#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "seeds/seeds.h"

namespace trueup::seeds {
namespace fs = std::filesystem;

std::size_t Seeds::rows() const {
  std::size_t count = 0;
  for (const TableRows& table : tables) count += table.rows.size();
  return count;
}

Result<Seeds> read_folder(const std::string& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed)) {
    const std::string extension = entry.path().extension().string();
    const bool hidden = entry.path().filename().string().starts_with(".");
    if (!hidden && (extension == ".json" || extension == ".csv" || extension == ".sql")) files.push_back(entry.path());
  }
  if (files.empty())
    return Error{.message = fmt::format("no seeds in {}{}", folder, failed ? ": " + failed.message() : ""),
                 .hint = "put TABLE.csv, TABLE.json or *.sql there, or name another folder"};
  std::sort(files.begin(), files.end());
  Seeds seeds;
  for (const fs::path& path : files) {
    std::ifstream stream(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (!stream) return Error{.message = fmt::format("cannot read {}", path.string()), .hint = {}};
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (path.extension() == ".sql") {
      seeds.scripts.push_back({.file = path.string(), .sql = std::move(text)});
    } else if (path.extension() == ".csv") {
      auto table = read_csv(text, path.string());
      if (!table) return table.error();
      seeds.tables.push_back(std::move(*table));
    } else {
      auto tables = read_json(text, path.string());
      if (!tables) return tables.error();
      std::move(tables->begin(), tables->end(), std::back_inserter(seeds.tables));
    }
  }
  return seeds;
}

}  // namespace trueup::seeds
