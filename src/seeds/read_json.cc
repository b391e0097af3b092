#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "seeds/seeds.h"

namespace trueup::seeds {

namespace {

using Json = nlohmann::ordered_json;

Error wrong(const std::string& file, int line, const std::string& what) {
  return {.message = fmt::format("{}:{}: {}", file, line, what),
          .hint = "a seed file holds {\"table\": [{\"column\": value, …}, …]}, or only the list of its rows"};
}

int line_at(std::string_view text, std::size_t offset) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

/// Where one value of valid JSON ends that begins at `at`.
std::size_t end_of_value(std::string_view text, std::size_t at) {
  int depth = 0;
  bool quoted = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c == '\\') ++at;
      if (c == '"') quoted = false;
      if (c == '"' && depth == 0) return at + 1;
      continue;
    }
    if (c == '"') quoted = true;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return at + 1;
    if (depth == 0 && (c == ',' || std::isspace(static_cast<unsigned char>(c)) != 0)) return at;
    if (depth < 0) return at;
  }
  return at;
}

std::size_t skip(std::string_view text, std::size_t at, std::string_view what) {
  return std::min(text.find_first_not_of(what, at), text.size());
}

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view between = " \t\r\n,:";

/// The rows of the list that begins at `at`: their own text, so that numbers stay as they were written.
Result<std::vector<Row>> rows_at(std::string_view text, std::size_t at, const std::string& file) {
  if (at >= text.size() || text[at] != '[') return wrong(file, line_at(text, at), "a list of rows is missing here");
  std::vector<Row> rows;
  for (at = skip(text, at + 1, between); at < text.size() && text[at] != ']'; at = skip(text, at, between)) {
    const std::size_t end = end_of_value(text, at);
    Row row{.json = std::string(text.substr(at, end - at)), .columns = {}, .file = file, .line = line_at(text, at)};
    const Json value = Json::parse(row.json, nullptr, false);
    if (!value.is_object() || value.empty()) return wrong(file, row.line, "this is no row: {\"column\": value, …}");
    for (const auto& [column, ignored] : value.items()) row.columns.push_back(column);
    rows.push_back(std::move(row));
    at = end;
  }
  return rows;
}

}  // namespace

Result<std::vector<TableRows>> read_json(std::string_view text, const std::string& file) {
  std::size_t fault = 0;
  try {
    const Json whole = Json::parse(text);
    if (whole.empty()) return std::vector<TableRows>();
  } catch (const Json::parse_error& error) {
    fault = std::max<std::size_t>(error.byte, 1);
  }
  if (fault != 0)
    return wrong(file, line_at(text, std::min(fault - 1, text.size())), "this is no JSON (a comma, a quote?)");
  std::vector<TableRows> tables;
  std::size_t at = skip(text, 0, blanks);
  if (text[at] == '[') {
    auto rows = rows_at(text, at, file);
    if (!rows) return rows.error();
    tables.push_back({.table = std::filesystem::path(file).stem().string(), .rows = std::move(*rows)});
    return tables;
  }
  if (text[at] != '{') return wrong(file, line_at(text, at), "neither a list nor an object");
  for (at = skip(text, at + 1, between); at < text.size() && text[at] != '}'; at = skip(text, at, between)) {
    const std::size_t end = end_of_value(text, at);
    const std::string table = Json::parse(text.substr(at, end - at)).get<std::string>();
    const std::size_t list = skip(text, end, between);
    auto rows = rows_at(text, list, file);
    if (!rows) return rows.error();
    tables.push_back({.table = table, .rows = std::move(*rows)});
    at = end_of_value(text, list);
  }
  return tables;
}

}  // namespace trueup::seeds
