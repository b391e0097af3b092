#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>

#include "migrations/files.h"
#include "migrations/formats/alembic.h"
#include "migrations/formats/python.h"
#include "migrations/lexer.h"
#include "migrations/steps.h"

namespace trueup::migrations {

namespace {

using Tokens = std::vector<PythonToken>;

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80); }

/// A string's value and how what runs it reads it.
struct Value {
  enum class How { text, ddl, driver };
  std::string text;
  How how = How::text;
  int line = 0;
};

/// What an expression of strings comes to. Knows constants by name; nullopt for everything else.
class Expression {
 public:
  Expression(const Tokens& tokens, std::size_t at, const std::map<std::string, Value>& constants)
      : tokens_(tokens), at_(at), constants_(constants) {}

  std::optional<Value> sum() {
    auto value = term();
    while (value && peek("+")) {
      ++at_;
      const auto more = term();
      if (!more) return std::nullopt;
      value->text += more->text;
    }
    return value;
  }

  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  [[nodiscard]] bool peek(std::string_view what) const { return at_ < tokens_.size() && tokens_[at_].is(what); }

  std::optional<Value> term() {
    if (at_ >= tokens_.size()) return std::nullopt;
    if (tokens_[at_].kind == PythonToken::Kind::string) return strings();
    if (peek("(")) return bracketed(std::nullopt);
    if (tokens_[at_].kind != PythonToken::Kind::name) return std::nullopt;
    std::string name = tokens_[at_++].text;
    while (peek(".") && at_ + 1 < tokens_.size()) {
      name = tokens_[at_ + 1].text;
      at_ += 2;
    }
    if (peek("(") && (name == "text" || name == "DDL"))
      return bracketed(name == "text" ? Value::How::text : Value::How::ddl);
    const auto constant = constants_.find(name);
    return constant == constants_.end() ? std::nullopt : std::optional(constant->second);
  }

  std::optional<Value> strings() {
    Value value{.text = {}, .how = Value::How::text, .line = tokens_[at_].line};
    for (; at_ < tokens_.size() && tokens_[at_].kind == PythonToken::Kind::string; ++at_) {
      if (!tokens_[at_].known) return std::nullopt;
      value.text += tokens_[at_].text;
    }
    return value;
  }

  std::optional<Value> bracketed(std::optional<Value::How> how) {
    ++at_;
    auto value = sum();
    if (peek(",")) ++at_;
    if (!value || !peek(")")) return std::nullopt;
    ++at_;
    if (how) value->how = *how;
    return value;
  }

  const Tokens& tokens_;
  std::size_t at_;
  const std::map<std::string, Value>& constants_;
};

bool begins(const Tokens& tokens, std::size_t at, std::initializer_list<std::string_view> words) {
  if (at + words.size() > tokens.size()) return false;
  return std::all_of(words.begin(), words.end(), [&](std::string_view word) { return tokens[at++].is(word); });
}

/// Collects what a function runs, statement by statement.
class Body {
 public:
  Body(const std::string& path, Diagnostics& diagnostics) : path_(path), diagnostics_(diagnostics) {}

  void run(std::string sql, int line, bool transactional) {
    while (!sql.empty() && (std::isspace(static_cast<unsigned char>(sql.back())) || sql.back() == ';')) sql.pop_back();
    if (statements(sql).empty()) return;
    if (ended_ || segments_.empty() || segments_.back().transactional != transactional)
      segments_.push_back({.transactional = transactional, .sql = {}, .line = line});
    ended_ = false;
    Segment& segment = segments_.back();
    // Lines of the segment are lines of the file, so that an error in a statement names its own.
    const auto here = segment.line + std::count(segment.sql.begin(), segment.sql.end(), '\n');
    if (line > here) segment.sql.append(std::size_t(line - here), '\n');
    segment.sql += sql + ";\n";
  }

  void end_transaction() { ended_ = true; }

  void cannot(const PythonLine& line) {
    std::string words;
    for (std::size_t i = 0; i < std::min<std::size_t>(line.tokens.size(), 8); ++i)
      words += line.tokens[i].kind == PythonToken::Kind::string ? "\"…\"" : line.tokens[i].text;
    diagnostics_.push_back(about(Severity::error, path_, line.line(), "not-read",
                                 fmt::format("trueup reads op.execute of plain SQL here, not `{}`", words),
                                 "`alembic upgrade --sql` prints the SQL of what Alembic's operations do"));
  }

  void bind_parameter(int line) {
    diagnostics_.push_back(about(Severity::error, path_, line, "not-read", "this SQL has a bind parameter (:name)",
                                 "write `\\:` where a colon is meant, or the value itself"));
  }

  [[nodiscard]] Section section() && {
    Section section{.text = alembic_text(segments_), .segments = std::move(segments_), .path = path_};
    return section;
  }

 private:
  const std::string& path_;
  Diagnostics& diagnostics_;
  std::vector<Segment> segments_;
  bool ended_ = false;
};

/// What the file has said so far.
struct Module {
  std::map<std::string, Value> constants;
  std::vector<std::string> connections;  ///< names for op.get_bind()
};

/// The place of the argument of a call that executes SQL, and whether the driver gets it as it is.
struct Call {
  std::size_t argument = 0;
  bool driver = false;
};

std::optional<Call> execution(const Tokens& tokens, const Module& module) {
  std::size_t at = 0;
  if (begins(tokens, 0, {"op", ".", "get_bind", "(", ")"}))
    at = 5;
  else if (begins(tokens, 0, {"op"}) || std::find(module.connections.begin(), module.connections.end(),
                                                  tokens.front().text) != module.connections.end())
    at = 1;
  else
    return std::nullopt;
  if (begins(tokens, at, {".", "execute", "("})) return Call{.argument = at + 3, .driver = false};
  if (begins(tokens, at, {".", "exec_driver_sql", "("})) return Call{.argument = at + 3, .driver = true};
  return std::nullopt;
}

std::string undoubled(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == '%' && i + 1 < text.size() && text[i + 1] == '%') ++i;
  }
  return out;
}

/// True when the call was understood.
bool execute(const Tokens& tokens, const Call& call, bool transactional, const Module& module, Body& body) {
  Expression expression(tokens, call.argument, module.constants);
  auto value = expression.sum();
  std::size_t at = expression.at();
  if (at < tokens.size() && tokens[at].is(",")) ++at;
  if (!value || at + 1 != tokens.size() || !tokens[at].is(")")) return false;
  if (call.driver) value->how = Value::How::driver;
  if (value->how == Value::How::ddl) value->text = undoubled(value->text);
  if (value->how == Value::How::text) {
    auto plain = from_sqlalchemy_text(value->text);
    if (!plain) return body.bind_parameter(value->line), true;
    value->text = std::move(*plain);
  }
  body.run(std::move(value->text), value->line, transactional);
  return true;
}

/// `name = value` or `name: type = value`: where the value begins; 0 for anything else.
std::size_t assigned(const Tokens& tokens) {
  if (tokens.size() < 3 || tokens.front().kind != PythonToken::Kind::name) return 0;
  if (tokens[1].is("=") && !tokens[2].is("=")) return 2;
  if (!tokens[1].is(":")) return 0;
  for (std::size_t i = 2; i + 1 < tokens.size(); ++i)
    if (tokens[i].is("=")) return i + 1;
  return 0;
}

/// Remembers a constant or a connection. True when the line was one.
bool remember(const Tokens& tokens, Module& module) {
  const std::size_t at = assigned(tokens);
  if (at == 0) return false;
  if (begins(tokens, at, {"op", ".", "get_bind", "(", ")"}) && at + 5 == tokens.size()) {
    module.connections.push_back(tokens.front().text);
    return true;
  }
  Expression expression(tokens, at, module.constants);
  const auto value = expression.sum();
  if (!value || expression.at() != tokens.size()) return false;
  module.constants[tokens.front().text] = *value;
  return true;
}

bool does_nothing(const Tokens& tokens) {
  const bool docstring = std::all_of(tokens.begin(), tokens.end(),
                                     [](const PythonToken& t) { return t.kind == PythonToken::Kind::string; });
  const bool dots = std::all_of(tokens.begin(), tokens.end(), [](const PythonToken& t) { return t.is("."); });
  return docstring || dots || (tokens.size() == 1 && (tokens[0].is("pass") || tokens[0].is("return")));
}

Section read_body(const std::vector<PythonLine>& lines, Module module, const std::string& path,
                  Diagnostics& diagnostics) {
  Body body(path, diagnostics);
  std::optional<int> block;  // the indent of an autocommit block's `with`
  for (const PythonLine& line : lines) {
    if (block && line.indent <= *block) block.reset();
    if (does_nothing(line.tokens)) continue;
    if (begins(line.tokens, 0, {"with", "op", ".", "get_context", "(", ")", ".", "autocommit_block", "(", ")", ":"}) &&
        line.tokens.size() == 11) {
      block = line.indent;
      body.end_transaction();
      continue;
    }
    const auto call = execution(line.tokens, module);
    const bool understood = call ? execute(line.tokens, *call, !block, module, body) : remember(line.tokens, module);
    if (!understood) body.cannot(line);
  }
  return std::move(body).section();
}

std::vector<std::string> names_in(const Tokens& tokens, std::size_t at) {
  std::vector<std::string> names;
  for (; at < tokens.size(); ++at)
    if (tokens[at].kind == PythonToken::Kind::string) names.push_back(tokens[at].text);
  return names;
}

/// What the docstring says: the description, and trueup's header.
void read_docstring(const std::string& text, Revision& revision) {
  std::istringstream lines(text);
  bool header = false;
  for (std::string line; std::getline(lines, line);) {
    if (revision.description.empty()) revision.description = line;
    header |= line.starts_with("trueup migration, format");
    if (header) read_header_line(line, revision.content.header);
  }
}

}  // namespace

std::string alembic_text(const std::vector<Segment>& segments) {
  std::string text;
  for (const Segment& segment : segments) {
    text += marker_above(segment.transactional, text.empty());
    for (const std::string_view statement : statements(segment.sql))
      text += std::string(without_leading_comments(statement).sql) + ";\n";
  }
  return text;
}

bool has_sqlalchemy_marks(std::string_view sql) {
  for (std::size_t i = 0; i + 1 < sql.size(); ++i) {
    if (sql[i] == '\\' && sql[i + 1] == ':') return true;
    if (sql[i] != ':' || !is_word(sql[i + 1])) continue;
    if (i == 0 || (sql[i - 1] != ':' && !is_word(sql[i - 1]))) return true;
  }
  return false;
}

std::optional<std::string> from_sqlalchemy_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool colon_next = i + 1 < text.size() && text[i + 1] == ':';
    if (text[i] == '\\' && colon_next) {
      auto end = i + 2;
      while (end < text.size() && is_word(text[end])) ++end;
      if (end < text.size() && text[end] == ':') out += '\\';
      out += ':';
      ++i;
      continue;
    }
    if (text[i] == ':' && i + 1 < text.size() && is_word(text[i + 1]) &&
        (i == 0 || (text[i - 1] != ':' && text[i - 1] != '\\' && !is_word(text[i - 1])))) {
      auto end = i + 1;
      while (end < text.size() && is_word(text[end])) ++end;
      if (end == text.size() || text[end] != ':') return std::nullopt;
    }
    out += text[i];
  }
  return out;
}

std::optional<AlembicRevision> parse_alembic(const std::string& path, const std::string& text,
                                             Diagnostics& diagnostics) {
  AlembicRevision revision;
  revision.read.paths = {path};
  revision.read.checksum = checksum_of({text});
  Module module;
  std::map<std::string, std::vector<PythonLine>> functions;
  std::string function;
  const std::vector<PythonLine> lines = python_lines(text);
  for (const PythonLine& line : lines) {
    const Tokens& tokens = line.tokens;
    if (line.indent > 0) {
      if (!function.empty()) functions[function].push_back(line);
      continue;
    }
    function.clear();
    if (tokens.front().is("def") && tokens.size() > 2) {
      function = tokens[1].text;
      functions[function];
      // A body on the line of its `def`: what follows the last colon.
      const auto colon = std::find_if(tokens.rbegin(), tokens.rend(), [](const PythonToken& t) { return t.is(":"); });
      if (colon != tokens.rbegin() && colon != tokens.rend())
        functions[function].push_back({.indent = 1, .tokens = Tokens(colon.base(), tokens.end())});
    } else if (&line == &lines.front() && does_nothing(tokens)) {
      read_docstring(tokens.front().text, revision.read);
    } else if (const std::size_t at = assigned(tokens); at != 0 && tokens.front().is("revision")) {
      const auto names = names_in(tokens, at);
      if (!names.empty()) revision.revision = names.front();
    } else if (at != 0 && tokens.front().is("down_revision")) {
      revision.down_revisions = names_in(tokens, at);
    } else {
      (void)remember(tokens, module);
    }
  }
  if (revision.revision.empty()) return std::nullopt;
  revision.read.version = revision.revision;
  revision.read.content.up = read_body(functions["upgrade"], module, path, diagnostics);
  revision.read.content.down = read_body(functions["downgrade"], module, path, diagnostics);
  revision.read.content.has_down = !functions["downgrade"].empty();
  return revision;
}

}  // namespace trueup::migrations
