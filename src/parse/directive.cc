#include "parse/directive.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "parse/scan.h"

namespace trueup::parse {

namespace {

bool is_blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Takes `word` off the front of `text`, in whatever case, with the blanks behind it.
bool take(std::string_view& text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (lower(text[i]) != word[i]) return false;
  text = trim(text.substr(word.size()));
  return true;
}

bool is_comment(std::string_view token) { return token.starts_with("--") || token.starts_with("/*"); }

/// "a", `"A b".c`, `'a label'`: the parts; empty where there is anything else besides.
std::vector<NamePart> parts_of(std::string_view text) {
  std::vector<NamePart> parts;
  while (!text.empty()) {
    NamePart part;
    const char quote = text.front();
    if (quote == '"' || quote == '\'') {
      part.quoted = true;
      std::size_t i = 1;
      for (; i < text.size(); ++i) {
        if (text[i] == quote && (i + 1 == text.size() || text[i + 1] != quote)) break;
        if (text[i] == quote) ++i;
        part.text += text[i];
      }
      if (i >= text.size()) return {};
      text.remove_prefix(i + 1);
    } else {
      const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c == '.' || is_blank(c); });
      part.text.assign(text.begin(), end);
      text.remove_prefix(part.text.size());
    }
    if (part.text.empty()) return {};
    parts.push_back(std::move(part));
    if (text.empty()) return parts;
    if (text.front() != '.' || text.size() == 1) return {};
    text.remove_prefix(1);
  }
  return parts;
}

/// A token that is no comment, and how deep in parentheses it stands (an opening one counts as outside of itself).
struct Token {
  int offset;
  int end;
  int depth;
};

/// One statement's tokens.
class Tokens {
 public:
  Tokens(const Source& source, const Statement& statement) : source_(source) {
    int depth = 0;
    for (int i = statement.offset; i < statement.offset + statement.length;) {
      const int next = skip_token(source.text, i);
      const std::string_view text = std::string_view(source.text).substr(i, next - i);
      if (text == ")") --depth;
      if (!is_blank(text.front()) && !is_comment(text)) tokens_.push_back({.offset = i, .end = next, .depth = depth});
      if (text == "(") ++depth;
      i = next;
    }
  }

  [[nodiscard]] std::string_view text(std::size_t i) const {
    return std::string_view(source_.text).substr(tokens_[i].offset, tokens_[i].end - tokens_[i].offset);
  }
  [[nodiscard]] bool is_word(std::size_t i, std::string_view word) const {
    std::string_view rest = text(i);
    return take(rest, word) && rest.empty();
  }
  [[nodiscard]] const Token& operator[](std::size_t i) const { return tokens_[i]; }
  [[nodiscard]] std::size_t size() const { return tokens_.size(); }

  /// The number of tokens before `offset`.
  [[nodiscard]] std::size_t before(int offset) const {
    return std::count_if(tokens_.begin(), tokens_.end(), [&](const Token& token) { return token.offset < offset; });
  }
  /// The first parenthesis of the statement; size() where there is none.
  [[nodiscard]] std::size_t opening() const {
    std::size_t i = 0;
    while (i < size() && text(i) != "(") ++i;
    return i;
  }
  /// The one that ends what `opening` begins.
  [[nodiscard]] std::size_t closing(std::size_t opening) const {
    std::size_t i = opening + 1;
    while (i < size() && (tokens_[i].depth > tokens_[opening].depth || text(i) != ")")) ++i;
    return i;
  }
  /// Commas at `depth` among the tokens from `first` up to `last`.
  [[nodiscard]] int commas(std::size_t first, std::size_t last, int depth) const {
    int count = 0;
    for (std::size_t i = first; i < last && i < size(); ++i)
      count += tokens_[i].depth == depth && text(i) == "," ? 1 : 0;
    return count;
  }

 private:
  const Source& source_;
  std::vector<Token> tokens_;
};

/// Whether a statement has a list whose elements can be renamed, and where it is.
enum class List { none, in_parentheses, subcommands, query };

List list_of(const Statement& statement) {
  switch (static_cast<int>(statement.node->node_case)) {
    case PG_QUERY__NODE__NODE_CREATE_STMT:
    case PG_QUERY__NODE__NODE_CREATE_FOREIGN_TABLE_STMT:
    case PG_QUERY__NODE__NODE_CREATE_ENUM_STMT:
    case PG_QUERY__NODE__NODE_COMPOSITE_TYPE_STMT:
      return List::in_parentheses;
    case PG_QUERY__NODE__NODE_ALTER_TABLE_STMT:
      return List::subcommands;
    case PG_QUERY__NODE__NODE_VIEW_STMT:
    case PG_QUERY__NODE__NODE_CREATE_TABLE_AS_STMT:
      return List::query;
    default:
      return List::none;
  }
}

class Placer {
 public:
  Placer(const Source& source, int offset, int end) : source_(source), offset_(offset), end_(end) {}

  std::optional<Place> place() {
    const auto& statements = source_.statements;
    const auto next = std::find_if(statements.begin(), statements.end(),
                                   [&](const Statement& one) { return one.offset + one.length > offset_; });
    if (next != statements.end() && next->offset <= offset_) return within(*next);
    // Between statements: behind one on its line, unless another follows there, or before the next.
    const bool follows = next != statements.begin() && same_line(end_of(*std::prev(next)), offset_);
    const bool precedes = next != statements.end() && same_line(end_, next->offset);
    if (follows && !precedes) return at_end(*std::prev(next));
    if (next == statements.end()) return std::nullopt;
    return at_begin(*next);
  }

 private:
  [[nodiscard]] Place on(const Statement& statement, int element) const {
    Place place;
    place.statement = static_cast<std::size_t>(&statement - source_.statements.data());
    place.element = element;
    return place;
  }
  static int end_of(const Statement& statement) { return statement.offset + statement.length; }
  [[nodiscard]] bool same_line(int a, int b) const { return source_.text.find('\n', a) >= static_cast<std::size_t>(b); }
  /// No token stands before it on its line, or behind it.
  [[nodiscard]] bool begins_line(const Tokens& tokens, std::size_t before) const {
    return before == 0 || !same_line(tokens[before - 1].end, offset_);
  }
  [[nodiscard]] bool ends_line(const Tokens& tokens, std::size_t before) const {
    return before == tokens.size() || !same_line(end_, tokens[before].offset);
  }

  /// ALTER TABLE with one subcommand is about what that adds.
  [[nodiscard]] Place at_begin(const Statement& statement) const {
    const bool one = list_of(statement) == List::subcommands && statement.node->alter_table_stmt->n_cmds == 1;
    return on(statement, one ? 0 : Place::whole);
  }
  [[nodiscard]] Place at_end(const Statement& statement) const {
    if (list_of(statement) != List::subcommands) return on(statement, Place::whole);
    return on(statement, static_cast<int>(statement.node->alter_table_stmt->n_cmds) - 1);
  }

  [[nodiscard]] Place within(const Statement& statement) const {
    const Tokens tokens(source_, statement);
    const std::size_t before = tokens.before(offset_);
    switch (list_of(statement)) {
      case List::in_parentheses:
        return in_list(statement, tokens, before);
      case List::subcommands:
        return on(statement, element(tokens, before, 0, 0));
      case List::query: {
        std::size_t as = 0;
        while (as < tokens.size() && !(tokens[as].depth == 0 && tokens.is_word(as, "as"))) ++as;
        return on(statement, before <= as + 1 || before == tokens.size() ? Place::whole : Place::nowhere);
      }
      case List::none:
        break;
    }
    const int depth = before < tokens.size() ? tokens[before].depth : 0;
    return on(statement, depth == 0 ? Place::whole : Place::nowhere);
  }

  /// Which element of the list that begins at token `first` it belongs to: the one it follows on its line, behind the
  /// comma included; the next one where none stands before it on its line, or one begins behind it after a comma.
  [[nodiscard]] int element(const Tokens& tokens, std::size_t before, std::size_t first, int depth) const {
    const int commas = tokens.commas(first, before, depth);
    const bool after_comma = before > first && tokens[before - 1].depth == depth && tokens.text(before - 1) == ",";
    const bool of_next = begins_line(tokens, before) || !ends_line(tokens, before);
    return after_comma && !of_next ? commas - 1 : commas;
  }

  [[nodiscard]] Place in_list(const Statement& statement, const Tokens& tokens, std::size_t before) const {
    const std::size_t opening = tokens.opening();
    const std::size_t closing = tokens.closing(opening);
    if (before <= opening || before > closing) return on(statement, Place::whole);
    const bool own_line = begins_line(tokens, before);
    if (before == opening + 1 && !own_line) return on(statement, Place::whole);
    if (own_line && before == closing) return on(statement, Place::nowhere);
    const int depth = tokens[opening].depth + 1;
    Place place = on(statement, element(tokens, before, opening + 1, depth));
    const bool labels = statement.node->node_case == PG_QUERY__NODE__NODE_CREATE_ENUM_STMT;
    place.or_whole = labels && own_line && before == opening + 1;
    if (!own_line) place.constraint = constraint_of(tokens, before, opening, depth);
    return place;
  }

  /// The name after CONSTRAINT where that word begins the line, and does not begin the element.
  [[nodiscard]] std::string constraint_of(const Tokens& tokens, std::size_t before, std::size_t opening,
                                          int depth) const {
    std::size_t first = before - 1;
    while (first > opening + 1 && same_line(tokens[first - 1].end, offset_)) --first;
    const bool begins_element = first == opening + 1 || tokens.text(first - 1) == ",";
    if (begins_element || tokens[first].depth != depth || !tokens.is_word(first, "constraint") || first + 1 >= before)
      return {};
    const std::vector<NamePart> name = parts_of(tokens.text(first + 1));
    if (name.size() != 1) return {};
    std::string text = name[0].text;
    if (!name[0].quoted) std::transform(text.begin(), text.end(), text.begin(), lower);
    return text;
  }

  const Source& source_;
  int offset_;
  int end_;
};

}  // namespace

/// What a comment says, without its `--` or `/* */`.
static std::string_view said_in(std::string_view comment) {
  if (comment.starts_with("/*") && comment.ends_with("*/")) comment.remove_suffix(2);
  return trim(comment.substr(2));
}

std::vector<std::string> allowed_in(std::string_view comment) {
  std::string_view rest = said_in(comment);
  if (!take(rest, "trueup:") || !take(rest, "allow ")) return {};
  std::vector<std::string> ids;
  std::string id;
  for (const char c : rest) {
    if (c != ',' && !is_blank(c)) {
      id += lower(c);
    } else if (!id.empty()) {
      ids.push_back(std::move(id));
      id.clear();
    }
  }
  if (!id.empty()) ids.push_back(std::move(id));
  return ids;
}

std::vector<NamePart> directive_in(std::string_view comment, bool& known) {
  known = true;
  std::string_view rest = said_in(comment);
  if (take(rest, "trueup:")) {
    std::vector<NamePart> name;
    if (take(rest, "renamed ") && take(rest, "from ")) name = parts_of(rest);
    known = !name.empty() && name.size() <= 2;
    return known ? name : std::vector<NamePart>{};
  }
  if (!take(rest, "@renamed ") || !take(rest, "from")) return {};
  std::vector<NamePart> name;
  if (take(rest, "=")) name = parts_of(rest);
  known = !name.empty() && name.size() <= 2;
  return known ? name : std::vector<NamePart>{};
}

std::vector<Directive> find_directives(const Source& source, Diagnostics& diagnostics) {
  std::vector<Directive> found;
  const std::string_view text = source.text;
  const auto warn = [&](int offset, std::string message, std::string hint) {
    diagnostics.push_back({.severity = Severity::warning,
                           .code = "directive",
                           .message = std::move(message),
                           .where = source.location(offset),
                           .hint = std::move(hint),
                           .excerpt = source.excerpt(offset)});
  };
  constexpr std::string_view how =
      "write `-- trueup: renamed from old_name`, or `-- trueup: allow ID`, behind the name or at the end of its line";
  const bool any = text.find("trueup:") != std::string_view::npos || text.find("@renamed") != std::string_view::npos ||
                   text.find("TRUEUP:") != std::string_view::npos;
  for (int i = 0; any && i < static_cast<int>(text.size());) {
    const int next = skip_token(text, i);
    const std::string_view token = text.substr(i, next - i);
    bool known = true;
    std::vector<std::string> allow = is_comment(token) ? allowed_in(token) : std::vector<std::string>{};
    const bool renames = is_comment(token) && allow.empty();
    std::vector<NamePart> name = renames ? directive_in(token, known) : std::vector<NamePart>{};
    if (!known) warn(i, "this comment is addressed to trueup, but says nothing that it knows", std::string(how));
    if (!name.empty() || !allow.empty()) {
      std::optional<Place> place = Placer(source, i, next).place();
      if (place && place->element != Place::nowhere)
        found.push_back({.offset = i, .name = std::move(name), .allow = std::move(allow), .place = std::move(*place)});
      else
        warn(i, "this directive belongs to nothing that it could be about: it has no effect", std::string(how));
    }
    i = next;
  }
  return found;
}

}  // namespace trueup::parse
