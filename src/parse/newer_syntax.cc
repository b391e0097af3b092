#include "parse/newer_syntax.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "parse/scan.h"

namespace trueup::parse {

namespace {

/// What to look for: words and signs in a row, in upper case. "~" is a name or a word, "0x"
/// a number in another base or with underscores.
struct Row {
  std::string_view tokens;
  NewerSyntax syntax;
};

// From the release notes, the newest first: a statement needs the newest of what is in it.
constexpr Row rows[] = {
    {") VIRTUAL", {18, "virtual generated columns"}},
    {"WITHOUT OVERLAPS", {18, "temporal keys (WITHOUT OVERLAPS)"}},
    {"PERIOD ~ )", {18, "temporal foreign keys (PERIOD)"}},
    {"NOT ENFORCED", {18, "constraints that are NOT ENFORCED"}},
    {"ALTER CONSTRAINT ~ ENFORCED", {18, "constraints that are ENFORCED by ALTER"}},
    {"ALTER CONSTRAINT ~ NO INHERIT", {18, "ALTER CONSTRAINT … NO INHERIT"}},
    {"ALTER CONSTRAINT ~ INHERIT", {18, "ALTER CONSTRAINT … INHERIT"}},
    {"NOT NULL NO INHERIT", {18, "NOT NULL … NO INHERIT"}},
    {", NOT NULL ~", {18, "NOT NULL as a table's constraint"}},
    {"( NOT NULL ~", {18, "NOT NULL as a table's constraint"}},
    {"ADD NOT NULL ~", {18, "NOT NULL as a table's constraint"}},
    {", CONSTRAINT ~ NOT NULL ~", {18, "NOT NULL as a table's constraint"}},
    {"( CONSTRAINT ~ NOT NULL ~", {18, "NOT NULL as a table's constraint"}},
    {"ADD CONSTRAINT ~ NOT NULL ~", {18, "NOT NULL as a table's constraint"}},
    {"RETURNING WITH", {18, "RETURNING WITH"}},
    {"SET EXPRESSION", {17, "SET EXPRESSION"}},
    {"SET STATISTICS DEFAULT", {17, "SET STATISTICS DEFAULT"}},
    {"SET ACCESS METHOD DEFAULT", {17, "SET ACCESS METHOD DEFAULT"}},
    {"MATCHED BY", {17, "MERGE … WHEN NOT MATCHED BY"}},
    {"AT LOCAL", {17, "AT LOCAL"}},
    {"JSON_TABLE (", {17, "JSON_TABLE"}},
    {"JSON_QUERY (", {17, "JSON_QUERY"}},
    {"JSON_VALUE (", {17, "JSON_VALUE"}},
    {"JSON_EXISTS (", {17, "JSON_EXISTS"}},
    {"JSON_SERIALIZE (", {17, "JSON_SERIALIZE"}},
    {"JSON_SCALAR (", {17, "JSON_SCALAR"}},
    {"MERGE INTO", {17, "MERGE … RETURNING"}},
    {"~ STORAGE ~", {16, "STORAGE in CREATE TABLE"}},
    {"IS JSON", {16, "IS JSON"}},
    {"IS NOT JSON", {16, "IS JSON"}},
    {"JSON_OBJECT (", {16, "JSON_OBJECT"}},
    {"JSON_ARRAY (", {16, "JSON_ARRAY"}},
    {"JSON_OBJECTAGG (", {16, "JSON_OBJECTAGG"}},
    {"JSON_ARRAYAGG (", {16, "JSON_ARRAYAGG"}},
    {"WITH INHERIT", {16, "GRANT … WITH INHERIT"}},
    {"WITH SET", {16, "GRANT … WITH SET"}},
    {"WITH ADMIN TRUE", {16, "GRANT … WITH ADMIN TRUE"}},
    {"WITH ADMIN FALSE", {16, "GRANT … WITH ADMIN FALSE"}},
    {"INHERIT OPTION FOR", {16, "REVOKE INHERIT OPTION FOR"}},
    {"SET OPTION FOR", {16, "REVOKE SET OPTION FOR"}},
    {"CREATE STATISTICS ON", {16, "CREATE STATISTICS without a name"}},
    {"CREATE STATISTICS (", {16, "CREATE STATISTICS without a name"}},
    {"0x", {16, "numbers in other bases or with underscores"}},
    {"FROM ( SELECT", {16, "a subquery in FROM without an alias"}},
};

struct Token {
  std::string text;  ///< in upper case
  int offset = 0;
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (int i = skip_blank(text, 0); i < static_cast<int>(text.size());) {
    const int end = skip_token(text, i);
    Token token{.text = std::string(text.substr(i, end - i)), .offset = i};
    std::transform(token.text.begin(), token.text.end(), token.text.begin(),
                   [](unsigned char c) { return std::toupper(c); });
    tokens.push_back(std::move(token));
    i = skip_blank(text, end);
  }
  return tokens;
}

bool is_name(std::string_view token) {
  const unsigned char first = token.front();
  return first == '"' || std::isalpha(first) || first == '_' || first >= 0x80;
}

bool is_unusual_number(std::string_view token) {
  return std::isdigit(static_cast<unsigned char>(token.front())) && token.find_first_of("XOB_") != std::string::npos;
}

bool matches(std::string_view pattern, std::string_view token) {
  if (pattern == "~") return is_name(token);
  if (pattern == "0x") return is_unusual_number(token);
  return pattern == token;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(' ', i), text.size());
    words.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

bool shows(const std::vector<Token>& tokens, std::string_view pattern) {
  const std::vector<std::string_view> wanted = words_of(pattern);
  return std::search(tokens.begin(), tokens.end(), wanted.begin(), wanted.end(),
                     [](const Token& token, std::string_view word) { return matches(word, token.text); }) !=
         tokens.end();
}

std::size_t place_of(const std::vector<Token>& tokens, std::string_view word) {
  const auto found = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) { return token.text == word; });
  return static_cast<std::size_t>(found - tokens.begin());
}

bool is_membership_option(std::string_view word) { return word == "ADMIN" || word == "INHERIT" || word == "SET"; }

/// Where the options of GRANT begin, behind WITH; the number of tokens where there are none.
std::size_t granted_options(const std::vector<Token>& tokens) {
  if (tokens.empty() || tokens[0].text != "GRANT") return tokens.size();
  for (std::size_t i = place_of(tokens, "TO"); i + 1 < tokens.size(); ++i)
    if (tokens[i].text == "WITH" && is_membership_option(tokens[i + 1].text)) return i + 1;
  return tokens.size();
}

bool revokes_option(const std::vector<Token>& tokens) {
  return tokens.size() > 3 && tokens[0].text == "REVOKE" && is_membership_option(tokens[1].text) &&
         tokens[2].text == "OPTION" && tokens[3].text == "FOR";
}

}  // namespace

std::optional<NewerSyntax> newer_syntax(std::string_view statement) {
  const std::vector<Token> tokens = tokens_of(statement);
  for (const Row& row : rows)
    if (shows(tokens, row.tokens)) return row.syntax;
  return std::nullopt;
}

std::vector<MembershipOption> membership_options(std::string_view statement) {
  const std::vector<Token> tokens = tokens_of(statement);
  if (revokes_option(tokens)) return {{.name = tokens[1].text, .value = false}};
  std::vector<MembershipOption> options;
  for (std::size_t i = granted_options(tokens); i + 1 < tokens.size() && is_membership_option(tokens[i].text); i += 3)
    options.push_back({.name = tokens[i].text, .value = tokens[i + 1].text != "FALSE"});
  return options;
}

std::string without_membership_options(std::string_view statement) {
  const std::vector<Token> tokens = tokens_of(statement);
  if (revokes_option(tokens)) {
    std::string text(statement);
    return text.replace(tokens[1].offset, tokens[1].text.size(), "ADMIN");
  }
  const std::size_t options = granted_options(tokens);
  if (options >= tokens.size()) return {};
  return std::string(statement.substr(0, tokens[options - 1].offset));
}

}  // namespace trueup::parse
