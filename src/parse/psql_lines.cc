#include "parse/scan.h"
#include "parse/source.h"

namespace trueup::parse {

namespace {

int line_end(std::string_view text, int offset) {
  return static_cast<int>(std::min(text.find('\n', offset), text.size()));
}

void blank(std::string& text, int begin, int end) {
  for (int i = begin; i < end; ++i)
    if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
}

bool is_word(std::string_view token, std::string_view word) {
  if (token.size() != word.size()) return false;
  for (std::size_t i = 0; i < token.size(); ++i)
    if ((token[i] | 0x20) != word[i]) return false;
  return true;
}

// Sees the tokens of a statement; true at its end when rows follow it in the file.
struct CopyWatch {
  bool first = true;
  bool copy = false;
  bool from = false;
  bool rows_follow = false;

  void see(std::string_view token) {
    if (first) copy = is_word(token, "copy");
    first = false;
    if (from && is_word(token, "stdin")) rows_follow = copy;
    from = is_word(token, "from");
  }
};

// The end of the rows that begin on the line after `offset`: behind the line `\.`, or the end of the text.
int rows_end(std::string_view text, int offset) {
  const int size = static_cast<int>(text.size());
  for (int line = line_end(text, offset) + 1; line < size;) {
    const int end = line_end(text, line);
    std::string_view content = text.substr(line, end - line);
    if (content.ends_with('\r')) content.remove_suffix(1);
    if (content == "\\.") return end;
    line = end + 1;
  }
  return size;
}

}  // namespace

std::string without_psql_lines(std::string_view text) {
  std::string result(text);
  if (result.starts_with("\xEF\xBB\xBF")) blank(result, 0, 3);
  if (result.find('\\') == std::string::npos) return result;
  const int size = static_cast<int>(result.size());
  CopyWatch watch;
  bool line_start = true;
  for (int i = 0; i < size;) {
    const char c = result[i];
    if (c == '\\' && line_start) {
      const int end = line_end(result, i);
      blank(result, i, end);
      i = end;
      continue;
    }
    const int next = skip_token(result, i);
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    const bool comment = result.compare(i, 2, "--") == 0 || result.compare(i, 2, "/*") == 0;
    if (c == ';') {
      const int end = watch.rows_follow ? rows_end(result, i) : next;
      if (watch.rows_follow) blank(result, next, end);
      watch = {};
      i = end;
      line_start = false;
      continue;
    }
    if (!space && !comment) watch.see(std::string_view(result).substr(i, next - i));
    line_start = c == '\n' || (line_start && space);
    i = next;
  }
  return result;
}

}  // namespace trueup::parse
