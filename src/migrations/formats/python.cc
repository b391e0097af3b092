#include "migrations/formats/python.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>

namespace trueup::migrations {

namespace {

bool is_name_start(char c) { return std::isalpha(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80); }
bool is_name(char c) { return is_name_start(c) || std::isdigit(static_cast<unsigned char>(c)); }

void append_utf8(std::string& out, unsigned long code) {
  if (code < 0x80) {
    out += char(code);
  } else if (code < 0x800) {
    out += char(0xC0 | (code >> 6));
    out += char(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += char(0xE0 | (code >> 12));
    out += char(0x80 | ((code >> 6) & 0x3F));
    out += char(0x80 | (code & 0x3F));
  } else {
    out += char(0xF0 | (code >> 18));
    out += char(0x80 | ((code >> 12) & 0x3F));
    out += char(0x80 | ((code >> 6) & 0x3F));
    out += char(0x80 | (code & 0x3F));
  }
}

/// Reads `text` once, from the front.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<PythonLine> lines() {
    bool fresh = true;  // at the beginning of a physical line, outside brackets
    int indent = 0;
    while (at_ < text_.size()) {
      if (fresh) {
        indent = read_indent();
        fresh = false;
        continue;
      }
      const char c = text_[at_];
      if (c == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (c == '\n') {
        ++at_, ++line_;
        if (depth_ == 0) end_line(), fresh = true;
      } else if (c == '\\' && is_line_end(at_ + 1)) {
        at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1, ++line_;
      } else if (std::isspace(static_cast<unsigned char>(c))) {
        ++at_;
      } else if (c == ';' && depth_ == 0) {
        ++at_, end_line();
      } else {
        current_.indent = indent;
        current_.tokens.push_back(token());
      }
    }
    end_line();
    return std::move(lines_);
  }

 private:
  void end_line() {
    if (!current_.tokens.empty()) lines_.push_back(std::move(current_));
    current_ = {};
  }

  [[nodiscard]] bool is_line_end(std::size_t at) const {
    return at < text_.size() && (text_[at] == '\n' || (text_[at] == '\r' && text_.substr(at).starts_with("\r\n")));
  }

  int read_indent() {
    int indent = 0;
    for (; at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t'); ++at_)
      indent = text_[at_] == '\t' ? (indent / 8 + 1) * 8 : indent + 1;
    return indent;
  }

  PythonToken token() {
    if (is_name_start(text_[at_])) {
      const std::size_t start = at_;
      while (at_ < text_.size() && is_name(text_[at_])) ++at_;
      const std::string_view word = text_.substr(start, at_ - start);
      const bool prefix = word.size() <= 2 && word.find_first_not_of("rRbBuUfF") == std::string_view::npos;
      if (prefix && at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) return string(word);
      return {.kind = PythonToken::Kind::name, .text = std::string(word), .line = line_};
    }
    const char c = text_[at_];
    if (c == '"' || c == '\'') return string("");
    if (c == '(' || c == '[' || c == '{') ++depth_;
    if ((c == ')' || c == ']' || c == '}') && depth_ > 0) --depth_;
    ++at_;
    return {.kind = PythonToken::Kind::other, .text = std::string(1, c), .line = line_};
  }

  PythonToken string(std::string_view prefix) {
    PythonToken token{.kind = PythonToken::Kind::string, .text = {}, .line = line_};
    const bool raw = prefix.find_first_of("rR") != std::string_view::npos;
    const bool formatted = prefix.find_first_of("fF") != std::string_view::npos;
    token.known = prefix.find_first_of("bB") == std::string_view::npos;
    const char quote = text_[at_];
    const std::string triple(3, quote);
    const bool long_one = text_.substr(at_).starts_with(triple);
    const std::string_view close = std::string_view(triple).substr(0, long_one ? 3 : 1);
    at_ += close.size();
    while (at_ < text_.size() && !text_.substr(at_).starts_with(close)) {
      const char c = text_[at_];
      if (c == '\n' && !long_one) return token.known = false, token;
      if (c == '\\' && at_ + 1 < text_.size()) {
        if (raw)
          take_raw_pair(token.text);
        else
          take_escape(token);
        continue;
      }
      if (formatted && (c == '{' || c == '}')) {
        const bool doubled = at_ + 1 < text_.size() && text_[at_ + 1] == c;
        token.known = token.known && doubled;
        at_ += doubled;
      }
      take(token.text);
    }
    at_ = std::min(at_ + close.size(), text_.size());
    return token;
  }

  /// One byte of a string; Python takes \r\n for \n.
  void take(std::string& out) {
    const char c = text_[at_++];
    if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') return;
    if (c == '\n') ++line_;
    out += c;
  }

  void take_raw_pair(std::string& out) {
    take(out);
    take(out);
  }

  void take_escape(PythonToken& token) {
    ++at_;
    if (text_.substr(at_).starts_with("\r\n")) ++at_;
    const char c = text_[at_++];
    constexpr std::string_view letters = "\\'\"abfnrtv", values = "\\'\"\a\b\f\n\r\t\v";
    if (const auto known = letters.find(c); known != std::string_view::npos) {
      token.text += values[known];
    } else if (c == '\n') {
      ++line_;
    } else if (c >= '0' && c <= '7') {
      unsigned long code = static_cast<unsigned long>(c - '0');
      for (int i = 0; i < 2 && at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '7'; ++i)
        code = code * 8 + static_cast<unsigned long>(text_[at_++] - '0');
      append_utf8(token.text, code);
    } else if (c == 'x' || c == 'u' || c == 'U') {
      take_code(token, c == 'x' ? 2 : c == 'u' ? 4 : 8);
    } else {
      if (c == 'N') token.known = false;
      token.text += '\\';
      token.text += c;
    }
  }

  void take_code(PythonToken& token, std::size_t digits) {
    const std::string hex(text_.substr(at_, digits));
    if (hex.size() != digits || hex.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos) {
      token.known = false;
      return;
    }
    append_utf8(token.text, std::stoul(hex, nullptr, 16));
    at_ += digits;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  int depth_ = 0;
  PythonLine current_;
  std::vector<PythonLine> lines_;
};

}  // namespace

std::vector<PythonLine> python_lines(std::string_view text) { return Lexer(text).lines(); }

std::string python_string(std::string_view text) {
  const bool several = text.find('\n') != std::string_view::npos;
  const std::size_t longest_run = several ? 2 : 0;  // of quotes that close nothing
  std::string out = several ? "\"\"\"" : "\"";
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool last = i + 1 == text.size();
    if (c == '"' && run < longest_run && !last) {
      out += c;
      ++run;
      continue;
    }
    run = 0;
    if (c == '"' || c == '\\')
      out += '\\', out += c;
    else if (c == '\r')
      out += "\\r";
    else if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t')
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out + (several ? "\"\"\"" : "\"");
}

}  // namespace trueup::migrations
