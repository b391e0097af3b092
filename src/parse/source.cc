#include "parse/source.h"

#include <algorithm>

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

void parse_one_by_one(Source& source, Diagnostics& diagnostics) {
  for (const Extent& extent : split_statements(source.text)) {
    SyntaxError error;
    Tree tree = Tree::of_script(std::string_view(source.text).substr(extent.offset, extent.length), &error);
    if (!tree.ok()) {
      report_syntax_error(source, error, extent.offset, diagnostics);
      continue;
    }
    source.trees.push_back(std::move(tree));
    append_statements(source, source.trees.size() - 1, extent.offset, extent.length);
  }
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

void load(const Script& script, Source& source, Diagnostics& diagnostics) {
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
    const std::size_t before = diagnostics.size();
    parse_one_by_one(source, diagnostics);
    // What is wrong only between the statements.
    if (diagnostics.size() == before) report_syntax_error(source, error, 0, diagnostics);
  }
  assign_search_paths(source);
}

}  // namespace trueup::parse
