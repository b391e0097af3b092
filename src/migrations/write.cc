#include <fmt/format.h>

#include "base/printable.h"
#include "migrations/file.h"

namespace trueup::migrations {

std::string write(const File& file) {
  std::string text = "-- trueup migration, format 1\n";
  const auto line = [&](std::string_view label, std::string_view value) {
    if (!value.empty()) text += fmt::format("-- {}: {}\n", label, printable(value));
  };
  line("From", file.header.from);
  line("To", file.header.to);
  line("Up SHA-256", body_hash(file.up.text));
  line("Down SHA-256", body_hash(file.down.text));
  if (file.header.destroys.empty()) line("Destroys", "nothing");
  for (const std::string& what : file.header.destroys) line("Destroys", what);
  line("Proven", file.header.proven);
  text += "\n-- Schema Change: Up\n" + file.up.text;
  text += "\n-- Schema Change: Down\n" + file.down.text;
  return text;
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
    if (!segment.transactional)
      section.text += "-- trueup: no-transaction\n";
    else if (!section.segments.empty())
      section.text += "-- trueup: segment\n";
    section.text += sql;
    section.segments.push_back({.transactional = segment.transactional, .sql = std::move(sql), .line = 0});
  }
  return section;
}

}  // namespace trueup::migrations
