#include "parse/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "parse/grammar.h"
#include "parse/newer_syntax.h"
#include "parse/scan.h"
#include "parse/search_path.h"

namespace trueup::parse {

namespace {

void report_syntax_error(const Source& source, const SyntaxError& error, int base, Diagnostics& diagnostics) {
  const int last = std::max(0, static_cast<int>(source.text.size()) - 1);
  const int offset = std::clamp(base + error.offset, 0, last);
  diagnostics.push_back({.severity = Severity::error,
                         .code = "syntax-error",
                         .message = error.message,
                         .where = source.location(offset),
                         .hint = {},
                         .excerpt = source.excerpt(offset)});
}

// The statements of source.trees[index], whose text begins at `base`.
void append_statements(Source& source, std::size_t index, int base, int text_length) {
  const Tree& tree = source.trees[index];
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const PgQuery__RawStmt& raw = tree[i];
    const int begin = base + raw.stmt_location;
    const int end = raw.stmt_len > 0 ? begin + raw.stmt_len : base + text_length;
    const int offset = std::min(skip_blank(source.text, begin), end);
    source.statements.push_back(
        {.source = &source, .node = raw.stmt, .offset = offset, .length = end - offset, .base = base, .path = nullptr});
  }
}

// Whatever the statement is, no grammar at hand can say.
const Node& unread_node() {
  static const Node node = PG_QUERY__NODE__INIT;
  return node;
}

/// What to tell of a statement that a server of a later version than the grammar's may understand; nullopt where none
/// does.
std::optional<Diagnostic> unread(const Source& source, const Extent& extent, const SyntaxError& error,
                                 int server_version) {
  const int last = std::max(0, static_cast<int>(source.text.size()) - 1);
  const int offset = std::clamp(extent.offset + error.offset, 0, last);
  std::optional<NewerSyntax> newer = newer_syntax(std::string_view(source.text).substr(extent.offset, extent.length));
  if (newer && newer->version <= grammar_version()) newer.reset();
  const int target = server_version / 10000;
  if (!newer && target <= grammar_version()) return std::nullopt;
  const std::string what =
      newer ? fmt::format("{} need PostgreSQL {}", newer->what, newer->version)
            : fmt::format("{}, unless it is newer than PostgreSQL {}", error.message, grammar_version());
  Diagnostic diagnostic{
      .severity = Severity::warning,
      .code = "newer-syntax",
      .message = what,
      .where = source.location(offset),
      .hint = fmt::format("trueup was built with the grammar of PostgreSQL {}; a statement that it does "
                          "not know is read back from the embedded server, where that is new enough",
                          grammar_version()),
      .excerpt = source.excerpt(offset)};
  if (newer && target < newer->version) {
    diagnostic.severity = Severity::error;
    diagnostic.message += fmt::format(", and this is for {}", target);
    diagnostic.hint.clear();
  }
  return diagnostic;
}

// What version 16 lets GRANT role say is read from the words: an older grammar knows the rest.
bool read_membership(Source& source, const Extent& extent) {
  const std::string known =
      without_membership_options(std::string_view(source.text).substr(extent.offset, extent.length));
  Tree tree = known.empty() ? Tree() : Tree::of_script(known, nullptr);
  if (tree.size() != 1) return false;
  source.trees.push_back(std::move(tree));
  append_statements(source, source.trees.size() - 1, extent.offset, extent.length);
  source.statements.back().length = extent.length;
  return true;
}

/// True where a statement was found that the grammar refuses.
bool parse_one_by_one(Source& source, Diagnostics& diagnostics, int server_version) {
  bool refused = false;
  for (const Extent& extent : split_statements(source.text)) {
    SyntaxError error;
    Tree tree = Tree::of_script(std::string_view(source.text).substr(extent.offset, extent.length), &error);
    if (!tree.ok()) {
      refused = true;
      std::optional<Diagnostic> newer = unread(source, extent, error, server_version);
      if (newer && newer->severity != Severity::error && read_membership(source, extent)) continue;
      if (!newer)
        report_syntax_error(source, error, extent.offset, diagnostics);
      else if (newer->severity == Severity::error)
        diagnostics.push_back(std::move(*newer));
      else
        source.statements.push_back({.source = &source,
                                     .node = &unread_node(),
                                     .offset = extent.offset,
                                     .length = extent.length,
                                     .base = extent.offset,
                                     .unread = &source.unread.emplace_back(std::move(*newer))});
      continue;
    }
    source.trees.push_back(std::move(tree));
    append_statements(source, source.trees.size() - 1, extent.offset, extent.length);
  }
  return refused;
}

}  // namespace

std::string_view Statement::text() const { return std::string_view(source->text).substr(offset, length); }

Location Source::location(int offset) const {
  const auto next = std::upper_bound(line_starts.begin(), line_starts.end(), offset);
  const int line = static_cast<int>(next - line_starts.begin());
  return {.file = name, .line = line, .column = line > 0 ? offset - line_starts[line - 1] + 1 : 1};
}

std::string Source::excerpt(int offset) const {
  const Location where = location(offset);
  const std::size_t begin = line_starts[where.line - 1];
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  std::string line = text.substr(begin, end - begin);
  if (line.ends_with('\r')) line.pop_back();
  std::string caret;
  for (const char c : line.substr(0, where.column - 1)) {
    if (c == '\t')
      caret += '\t';
    else if ((c & 0xC0) != 0x80)  // one blank for each character, not for each byte of it
      caret += ' ';
  }
  return "  " + line + "\n  " + caret + "^";
}

void load(const Script& script, Source& source, Diagnostics& diagnostics, int server_version) {
  source.name = script.name;
  source.text = without_psql_lines(script.text);
  source.line_starts = {0};
  for (std::size_t i = 0; i < source.text.size(); ++i)
    if (source.text[i] == '\n') source.line_starts.push_back(static_cast<int>(i) + 1);
  SyntaxError error;
  Tree tree = Tree::of_script(source.text, &error);
  if (tree.ok()) {
    source.trees.push_back(std::move(tree));
    append_statements(source, 0, 0, static_cast<int>(source.text.size()));
  } else {
    // What is wrong only between the statements.
    if (!parse_one_by_one(source, diagnostics, server_version)) report_syntax_error(source, error, 0, diagnostics);
  }
  assign_search_paths(source);
}

}  // namespace trueup::parse
