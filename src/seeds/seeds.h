#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "db/connection.h"

namespace trueup::seeds {

/// A row of a seed file.
struct Row {
  std::string json;                  ///< a JSON object, column → value; a CSV file's values are strings or null
  std::vector<std::string> columns;  ///< its members, in their order
  std::string file;
  int line = 0;  ///< where it begins, from 1
};

/// The rows that a file has for one table.
struct TableRows {
  std::string table;  ///< as the file names it: "orders" or "shop.orders"
  std::vector<Row> rows;
};

/// SQL that runs as it is.
struct Script {
  std::string file;
  std::string sql;
};

/// All that the files of a folder hold.
struct Seeds {
  std::vector<TableRows> tables;  ///< in the order of the files' names
  std::vector<Script> scripts;

  [[nodiscard]] std::size_t rows() const;
};

/// Reads `{"table": [rows]}`, or `[rows]` of the table that the file is named after. Fails with file and line.
[[nodiscard]] Result<std::vector<TableRows>> read_json(std::string_view text, const std::string& file);

/// Reads a CSV file with a header of column names, of the table that the file is named after. A field that is empty and
/// not quoted is NULL. Fails with file and line.
[[nodiscard]] Result<TableRows> read_csv(std::string_view text, const std::string& file);

/// Reads every *.json, *.csv and *.sql of `folder`, sorted by name. Fails when there is none.
[[nodiscard]] Result<Seeds> read_folder(const std::string& folder);

struct LoadOptions {
  bool clear = false;  ///< delete what the tables hold first
  std::function<void(std::size_t done, std::size_t of)> progress = {};
};

struct Loaded {
  std::size_t inserted = 0;
  std::size_t updated = 0;
  std::size_t same = 0;  ///< were there already, as they are in the files
};

/// Loads `seeds` in one transaction: rows by table, a table after those its foreign keys refer to, each inserted or,
/// where a row with its key is there, updated; then sequences are moved past the numbers that were given; then the
/// scripts run. The key is the primary key, else the first unique constraint, whose columns the row states; a table
/// without one is an error. Fails with file and line; nothing is then changed.
[[nodiscard]] Result<Loaded> load(db::Connection& connection, const Seeds& seeds, const LoadOptions& options);

/// The tables that `seeds` name, as the database names them, each after those it refers to. Fails when one is not
/// there, or when they refer to each other in a circle.
[[nodiscard]] Result<std::vector<std::string>> tables_in_order(db::Connection& connection, const Seeds& seeds);

}  // namespace trueup::seeds
