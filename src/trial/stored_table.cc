#include <regex>
#include <vector>

#include "trial/pairs.h"

namespace trueup::trial {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  for (;;) {
    const std::size_t next = text.find('\n', at);
    lines.push_back(text.substr(at, next - at));
    if (next == std::string::npos) return lines;
    at = next + 1;
  }
}

/// What the report of one table says, taken apart.
struct Report {
  std::vector<std::string> columns;
  std::vector<std::string> column_names;
  std::vector<std::string> constraints;
  std::string before;
  std::string after;
  std::string options;
  bool unlogged = false;
  bool readable = true;
};

std::string sequence_options(const std::smatch& match) {
  return " START " + match[3].str() + " INCREMENT " + match[4].str() + " MINVALUE " + match[5].str() + " MAXVALUE " +
         match[6].str() + " CACHE " + match[7].str() + (match[8] == "true" ? " CYCLE" : " NO CYCLE");
}

void read_sequence(Report& report, const std::smatch& match) {
  const std::string owner = match[9];
  std::smatch owned;
  static const std::regex column(R"( OWNED public\.t\.(\d+) ([ai]))");
  if (owner.empty()) {
    report.before += "CREATE SEQUENCE " + match[1].str() + " AS " + match[2].str() + sequence_options(match) + "; ";
    return;
  }
  const bool known = std::regex_match(owner, owned, column) && std::stoul(owned[1]) <= report.columns.size() &&
                     std::stoul(owned[1]) > 0;
  if (!known) {
    report.readable = false;
    return;
  }
  const std::size_t index = std::stoul(owned[1]) - 1;
  if (owned[2] == "a") {
    report.before += "CREATE SEQUENCE " + match[1].str() + " AS " + match[2].str() + sequence_options(match) + "; ";
    report.after += "; ALTER SEQUENCE " + match[1].str() + " OWNED BY public.t." + report.column_names[index];
    return;
  }
  std::string& text = report.columns[index];
  static const std::regex identity(R"( IDENTITY (ALWAYS|BY DEFAULT))");
  text = std::regex_replace(
      text, identity, " GENERATED $1 AS IDENTITY (SEQUENCE NAME " + match[1].str() + sequence_options(match) + ")");
}

void read_line(Report& report, const std::string& line) {
  static const std::regex sequence(
      R"(SEQUENCE (\S+) (\w+) START (-?\d+) INC (-?\d+) MIN (-?\d+) MAX (-?\d+) CACHE (\d+) CYCLE (\w+)(.*))");
  static const std::regex constraint(R"(("(?:[^"]|"")+"|\S+) (PRIMARY KEY|UNIQUE|CHECK|FOREIGN KEY|EXCLUDE)\b[^]*)");
  static const std::regex index(R"(CREATE (UNIQUE )?INDEX ("(?:[^"]|"")+"|\S+) ON [^]*)");
  std::smatch match;
  if (line.starts_with("RELOPTIONS {") && line.ends_with("}")) {
    const std::string inside = line.substr(12, line.size() - 13);
    report.options = " WITH (" + std::regex_replace(inside, std::regex(R"(([^=,]+)=([^,]*))"), "$1='$2'") + ")";
  } else if (line == " PERSISTENCE u") {
    report.unlogged = true;
  } else if (line == " RLS" || line == " RLS FORCE") {
    report.after += "; ALTER TABLE public.t ENABLE ROW LEVEL SECURITY";
    if (line == " RLS FORCE") report.after += "; ALTER TABLE public.t FORCE ROW LEVEL SECURITY";
  } else if (line == " REPLIDENT f") {
    report.after += "; ALTER TABLE public.t REPLICA IDENTITY FULL";
  } else if (std::regex_match(line, match, sequence)) {
    read_sequence(report, match);
  } else if (std::regex_match(line, match, index)) {
    const std::string start = match[2].str() + " ";
    bool own = true;
    for (const std::string& text : report.constraints) own = own && !text.starts_with(start);
    if (own) report.after += "; " + line;
  } else if (std::regex_match(line, match, constraint)) {
    report.constraints.push_back(line);
  } else {
    // A column: its name is not quoted; the type begins at the last place where one can.
    static const std::regex column(R"(^(.*?) ((?:"?[a-z][\w."]*|timestamp|double)(?:[ (\[].*)?)$)");
    const std::size_t space = line.find(' ');
    if (line.starts_with(" ") || line.starts_with("INHERITS") || space == std::string::npos) {
      report.readable = false;
      return;
    }
    if (!std::regex_match(line, match, column)) {
      report.readable = false;
      return;
    }
    report.column_names.push_back('"' + match[1].str() + '"');
    report.columns.push_back(report.column_names.back() + " " + match[2].str());
  }
}

}  // namespace

std::optional<std::string> stored_table(const std::string& stored) {
  Report report;
  for (const std::string& line : lines_of(stored)) read_line(report, line);
  if (!report.readable) return std::nullopt;
  std::string text = report.before;
  if (!report.columns.empty()) {
    text += report.unlogged ? "CREATE UNLOGGED TABLE public.t (" : "CREATE TABLE public.t (";
    for (const std::string& column : report.columns) text += (text.back() == '(' ? "" : ", ") + column;
    for (const std::string& constraint : report.constraints) text += ", CONSTRAINT " + constraint;
    text += ")" + report.options;
  }
  return text + report.after;
}

}  // namespace trueup::trial
