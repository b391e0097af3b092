#include <csv.h>
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "seeds/seeds.h"

namespace trueup::seeds {

namespace {

/// What libcsv's callbacks fill.
struct Reading {
  std::vector<std::optional<std::string>> fields;
  std::vector<std::string> columns;
  TableRows table;
  std::string file;
  int line = 1;         ///< of the byte that is being read
  int begins = 1;       ///< of the record
  std::string problem;  ///< the first one

  void end_of_record() {
    const bool blank = fields.empty() || (fields.size() == 1 && !fields.front());
    if (blank) {
    } else if (columns.empty()) {
      take_header();
    } else if (fields.size() != columns.size()) {
      fail(fmt::format("{} fields, where the header names {} columns", fields.size(), columns.size()));
    } else {
      nlohmann::ordered_json row;
      for (std::size_t i = 0; i < columns.size(); ++i)
        row[columns[i]] = fields[i] ? nlohmann::ordered_json(*fields[i]) : nlohmann::ordered_json();
      table.rows.push_back({.json = row.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace),
                            .columns = columns,
                            .file = file,
                            .line = begins});
    }
    fields.clear();
  }
  void take_header() {
    for (const auto& field : fields) {
      if (!field) return fail("the header has a column without a name");
      columns.push_back(*field);
    }
  }
  void fail(const std::string& what) {
    if (problem.empty()) problem = fmt::format("{}:{}: {}", file, begins, what);
  }
};

void end_of_field(void* bytes, size_t size, void* data) {
  auto& fields = static_cast<Reading*>(data)->fields;
  if (bytes == nullptr)
    fields.emplace_back();
  else
    fields.emplace_back(std::string(static_cast<const char*>(bytes), size));
}

void end_of_record(int, void* data) { static_cast<Reading*>(data)->end_of_record(); }

}  // namespace

Result<TableRows> read_csv(std::string_view text, const std::string& file) {
  Reading reading;
  reading.file = file;
  reading.table.table = std::filesystem::path(file).stem().string();
  csv_parser parser{};
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL) != 0)
    return Error{.message = "libcsv does not start", .hint = {}};
  const std::unique_ptr<csv_parser, void (*)(csv_parser*)> guard(&parser, csv_free);
  bool fits = true;
  // Line by line, so that a record's line is known.
  while (!text.empty() && fits) {
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    if (reading.fields.empty() && parser.entry_pos == 0 && parser.quoted == 0) reading.begins = reading.line;
    fits = csv_parse(&parser, text.data(), size, end_of_field, end_of_record, &reading) == size;
    text.remove_prefix(size);
    ++reading.line;
  }
  if (fits) fits = csv_fini(&parser, end_of_field, end_of_record, &reading) == 0;
  if (!fits) reading.fail(fmt::format("this is no CSV: {}", csv_strerror(csv_error(&parser))));
  if (reading.problem.empty() && reading.columns.empty()) reading.fail("the header with the columns' names is missing");
  if (reading.problem.empty()) return std::move(reading.table);
  return Error{.message = reading.problem,
               .hint = "a field with commas, quotes or line breaks stands in quotes, and a quote in it is doubled"};
}

}  // namespace trueup::seeds
