#include "trial/tsv.h"

#include <fstream>

namespace trueup::trial {
namespace {

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\t') {
      cells.emplace_back();
    } else if (line[i] == '\\' && i + 1 < line.size() &&
               (line[i + 1] == 'n' || line[i + 1] == 't' || line[i + 1] == '\\')) {
      ++i;
      cells.back() += line[i] == 'n' ? '\n' : line[i] == 't' ? '\t' : '\\';
    } else {
      cells.back() += line[i];
    }
  }
  return cells;
}

}  // namespace

std::vector<Row> read_tsv(const std::string& path) {
  std::vector<Row> rows;
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line)) return rows;
  const std::vector<std::string> header = split(line);
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = split(line);
    Row row;
    for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = i < cells.size() ? cells[i] : "";
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace trueup::trial
