#include "migrations/formats/scripts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "migrations/files.h"
#include "migrations/lexer.h"
#include "migrations/steps.h"

namespace trueup::migrations {

namespace {

/// The first word of a statement, in lower case.
std::string first_word(std::string_view sql) {
  std::string word;
  for (const char c : sql) {
    if (!std::isalpha(static_cast<unsigned char>(c))) break;
    word += char(std::tolower(static_cast<unsigned char>(c)));
  }
  return word;
}

/// BEGIN [WORK|TRANSACTION]; START TRANSACTION. A transaction's own settings do not matter here.
bool opens(std::string_view sql) {
  const std::string word = first_word(sql);
  return word == "begin" || word == "start";
}

bool closes(std::string_view sql) {
  const std::string word = first_word(sql);
  return word == "commit" || word == "end";
}

/// Blanks out the lines of psql that say nothing about the schema, and reports the others.
std::string without_psql_lines(const std::string& path, std::string_view text, int line, Diagnostics& diagnostics) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++line) {
    const auto end = std::min(text.find('\n', at), text.size());
    const std::string_view here = text.substr(at, end - at);
    at = end + 1;
    if (here.starts_with('\\')) {
      const bool harmless = here.starts_with("\\restrict") || here.starts_with("\\unrestrict") ||
                            here.starts_with("\\echo") || here.starts_with("\\pset") ||
                            here.starts_with("\\set ON_ERROR");
      if (!harmless)
        diagnostics.push_back(about(Severity::error, path, line, "not-read",
                                    fmt::format("trueup does not run psql's {}", here.substr(0, here.find(' '))),
                                    "write what it stands for as SQL"));
    } else {
      out += here;
    }
    out += '\n';
  }
  return out;
}

/// Adds `sql` to the last segment, or begins one; its lines stay lines of the file.
void add(std::vector<Segment>& segments, std::string_view sql, int line, bool transactional, bool fresh) {
  if (fresh || segments.empty() || !transactional || !segments.back().transactional)
    segments.push_back({.transactional = transactional, .sql = {}, .line = line});
  Segment& segment = segments.back();
  const auto here = segment.line + std::count(segment.sql.begin(), segment.sql.end(), '\n');
  if (line > here) segment.sql.append(std::size_t(line - here), '\n');
  segment.sql += std::string(sql) + ";\n";
}

}  // namespace

Section script_section(const std::string& path, std::string_view text, int line, Diagnostics& diagnostics) {
  const std::string plain = without_psql_lines(path, text, line, diagnostics);
  Section section{.text = plain, .segments = {}, .path = path};
  bool fresh = false;
  for (const std::string_view statement : statements(plain)) {
    const auto at = statement.data() - plain.data();
    const int here = line + int(std::count(plain.begin(), plain.begin() + at, '\n'));
    const std::string_view sql = without_leading_comments(statement).sql;
    if (first_word(sql) == "rollback")
      diagnostics.push_back(about(Severity::error, path, here, "not-read", "ROLLBACK in a migration",
                                  "a migration that undoes itself is none"));
    if (opens(sql) || closes(sql) || first_word(sql) == "rollback") {
      fresh = true;
      continue;
    }
    add(section.segments, statement, here, !refuses_transaction(statement), fresh);
    fresh = false;
  }
  return section;
}

}  // namespace trueup::migrations
