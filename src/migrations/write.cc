#include <fmt/format.h>

#include "base/printable.h"
#include "migrations/file.h"

namespace trueup::migrations {

std::string header_text(const Header& header, std::string_view mark) {
  std::string text = fmt::format("{}trueup migration, format 1\n", mark);
  const auto line = [&](std::string_view label, std::string_view value) {
    if (!value.empty()) text += fmt::format("{}{}: {}\n", mark, label, printable(value));
  };
  line("From", header.from);
  line("To", header.to);
  line("Up SHA-256", header.up_hash);
  line("Down SHA-256", header.down_hash);
  if (header.destroys.empty()) line("Destroys", "nothing");
  for (const std::string& what : header.destroys) line("Destroys", what);
  for (const std::string& lock : header.locks) line("Locks", lock);
  line("Proven", header.proven);
  line("Imported", header.imported);
  return text;
}

std::string write(const File& file) {
  constexpr std::string_view up = "-- Schema Change: Up\n", down = "\n-- Schema Change: Down\n";
  Header header = file.header;
  // A file that somebody is to fill has nothing to say yet.
  if (header == Header{}) return std::string(up) + file.up.text + std::string(down) + file.down.text;
  header.up_hash = body_hash(file.up.text);
  header.down_hash = body_hash(file.down.text);
  return header_text(header, "-- ") + "\n" + std::string(up) + file.up.text + std::string(down) + file.down.text;
}

std::string_view marker_above(bool transactional, bool first) {
  if (!transactional) return "-- trueup: no-transaction\n";
  return first ? "" : "-- trueup: segment\n";
}

void append_segment(Section& section, bool transactional, std::string sql) {
  section.text += marker_above(transactional, section.segments.empty());
  section.text += sql;
  section.segments.push_back({.transactional = transactional, .sql = std::move(sql), .line = 0});
}

Section section_of(const plan::Plan& plan) {
  Section section;
  for (const plan::Segment& segment : plan.segments) {
    std::string sql;
    for (const plan::Step& step : segment.steps) {
      if (step.statement.destroys) sql += "-- destroys " + printable(step.statement.destroys->what) + "\n";
      if (step.statement.lacks_secret)
        sql += "-- not restorable: a secret of " + printable(to_string(step.subject)) +
               ", which only the database holds\n";
      sql += step.statement.sql + ";\n";
    }
    append_segment(section, segment.transactional, std::move(sql));
  }
  return section;
}

}  // namespace trueup::migrations
