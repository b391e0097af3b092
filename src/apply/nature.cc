#include "apply/nature.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "apply/tokens.h"

namespace trueup::apply {

namespace {

/// Reads tokens from left to right.
class Reader {
 public:
  explicit Reader(std::string_view sql) : all_(tokens(sql, 64)) {}

  bool take(std::string_view word) {
    if (!is(at_, word)) return false;
    ++at_;
    return true;
  }
  bool take_all(std::initializer_list<std::string_view> words) {
    std::size_t ahead = at_;
    for (const std::string_view word : words)
      if (!is(ahead++, word)) return false;
    at_ = ahead;
    return true;
  }
  bool has(std::string_view word) const {
    return std::any_of(all_.begin(), all_.end(),
                       [&](const Token& token) { return token.form == Token::Form::word && token.text == word; });
  }
  /// A name as written: identifiers with dots between them; "" when there is none.
  std::string name() {
    std::string text;
    while (at_ < all_.size() && (all_[at_].form == Token::Form::word || all_[at_].form == Token::Form::quoted)) {
      text += all_[at_++].source;
      if (at_ >= all_.size() || all_[at_].text != ".") break;
      text += ".";
      ++at_;
    }
    return text;
  }
  void skip_parentheses() {
    if (at_ >= all_.size() || all_[at_].text != "(") return;
    while (at_ < all_.size() && all_[at_].text != ")") ++at_;
    if (at_ < all_.size()) ++at_;
  }

 private:
  bool is(std::size_t at, std::string_view word) const {
    return at < all_.size() && all_[at].form == Token::Form::word && all_[at].text == word;
  }

  std::vector<Token> all_;
  std::size_t at_ = 0;
};

Reading read_create(Reader& reader) {
  if (reader.take("DATABASE")) return {.nature = Nature::create_database, .name = reader.name(), .parent = {}};
  if (reader.take("TABLESPACE")) return {.nature = Nature::create_tablespace, .name = reader.name(), .parent = {}};
  if (reader.take("SUBSCRIPTION")) return {.nature = Nature::create_subscription, .name = reader.name(), .parent = {}};
  (void)reader.take("UNIQUE");
  if (!reader.take_all({"INDEX", "CONCURRENTLY"})) return {};
  Reading reading{.nature = Nature::index_build, .name = {}, .parent = {}};
  (void)reader.take_all({"IF", "NOT", "EXISTS"});
  if (!reader.take("ON")) {
    reading.name = reader.name();
    (void)reader.take("ON");
  }
  (void)reader.take("ONLY");
  reading.parent = reader.name();
  return reading;
}

Reading read_drop(Reader& reader) {
  const auto named = [&](Nature nature) {
    (void)reader.take_all({"IF", "EXISTS"});
    return Reading{.nature = nature, .name = reader.name(), .parent = {}};
  };
  if (reader.take("DATABASE")) return named(Nature::drop_database);
  if (reader.take("TABLESPACE")) return named(Nature::drop_tablespace);
  if (reader.take("SUBSCRIPTION")) return named(Nature::drop_subscription);
  if (reader.take_all({"INDEX", "CONCURRENTLY"})) return named(Nature::index_drop);
  return {};
}

Reading read_alter(Reader& reader) {
  if (reader.take("SYSTEM")) return {.nature = Nature::again, .name = {}, .parent = {}};
  if (reader.take("SUBSCRIPTION") && reader.has("REFRESH")) return {.nature = Nature::again, .name = {}, .parent = {}};
  if (!reader.take("TABLE")) return {};
  (void)reader.take_all({"IF", "EXISTS"});
  (void)reader.take("ONLY");
  const std::string parent = reader.name();
  if (!reader.take_all({"DETACH", "PARTITION"})) return {};
  const std::string name = reader.name();
  if (reader.take("CONCURRENTLY")) return {.nature = Nature::detach, .name = name, .parent = parent};
  if (reader.take("FINALIZE")) return {.nature = Nature::finalize, .name = name, .parent = parent};
  return {};
}

Reading read_reindex(Reader& reader) {
  reader.skip_parentheses();
  Reading reading{.nature = Nature::reindex, .name = {}, .parent = {}};
  const bool index = reader.take("INDEX");
  const bool table = !index && reader.take("TABLE");
  if (!index && !table) return reading;  // a schema or a whole database
  (void)reader.take("CONCURRENTLY");
  (index ? reading.name : reading.parent) = reader.name();
  return reading;
}

bool controls_transactions(Reader& reader) {
  if (reader.take("BEGIN") || reader.take("COMMIT") || reader.take("END") || reader.take("ABORT")) return true;
  if (reader.take_all({"START", "TRANSACTION"}) || reader.take_all({"PREPARE", "TRANSACTION"})) return true;
  return reader.take("ROLLBACK") && !reader.has("TO");
}

}  // namespace

Reading read(std::string_view sql) {
  Reader reader(sql);
  if (controls_transactions(reader)) return {.nature = Nature::transaction_control, .name = {}, .parent = {}};
  if (reader.take("CREATE")) return read_create(reader);
  if (reader.take("DROP")) return read_drop(reader);
  if (reader.take("ALTER")) return read_alter(reader);
  if (reader.take("REINDEX")) return read_reindex(reader);
  if (reader.take("VACUUM") || reader.take("CLUSTER") || reader.take("DISCARD") || reader.take("CHECKPOINT"))
    return {.nature = Nature::again, .name = {}, .parent = {}};
  if (reader.take("CALL") || reader.take("DO")) return {.nature = Nature::unclear, .name = {}, .parent = {}};
  if (reader.take("SET")) {
    const bool of_transaction = reader.take("LOCAL") || reader.take("CONSTRAINTS") || reader.take("TRANSACTION");
    return {.nature = of_transaction ? Nature::ordinary : Nature::setting, .name = {}, .parent = {}};
  }
  if (reader.take("RESET") || (reader.take("SELECT") && reader.has("SET_CONFIG")))
    return {.nature = Nature::setting, .name = {}, .parent = {}};
  return {};
}

bool runs_outside(Nature nature) { return nature >= Nature::index_build; }

bool waits_harmlessly(const Reading& reading, std::string_view sql) {
  if (reading.nature == Nature::index_build || reading.nature == Nature::index_drop) return true;
  return reading.nature == Nature::reindex && Reader(sql).has("CONCURRENTLY");
}

std::string masked(std::string_view sql) {
  const std::vector<Token> all = tokens(sql);
  const bool secret = std::any_of(all.begin(), all.end(), [](const Token& token) {
    return token.form == Token::Form::word &&
           (token.text == "PASSWORD" || token.text == "CONNECTION" || token.text == "OPTIONS" ||
            token.text.find("SECRET") != std::string::npos || token.text == "DBLINK_CONNECT");
  });
  if (!secret) return std::string(sql);
  std::string text;
  std::size_t done = 0;
  for (const Token& token : all) {
    if (token.form != Token::Form::string) continue;
    const std::size_t begin = static_cast<std::size_t>(token.source.data() - sql.data());
    text.append(sql.substr(done, begin - done)).append("'***'");
    done = begin + token.source.size();
  }
  return text.append(sql.substr(done));
}

}  // namespace trueup::apply
