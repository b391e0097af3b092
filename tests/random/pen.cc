#include "random/pen.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "base/quote.h"

namespace trueup::random {

namespace {

/// Names that have gone wrong in tools: capitals, blanks, quotes, keywords, other alphabets, 63 bytes and more.
std::vector<std::string> names_from(std::string_view base, int uid) {
  const std::string plain = fmt::format("{}{}", base, uid);
  std::vector<std::string> names = {plain, plain + "_b", plain + "_c"};
  std::string capital = plain;
  capital[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(capital[0])));
  names.push_back(capital);
  names.push_back(fmt::format("{} {}", capital, base));
  names.push_back(fmt::format("a\"{}'s", plain));
  names.push_back(fmt::format("{}.größe", plain));
  names.push_back(fmt::format("{0}_{1:x<{2}}", plain, "", 62 - plain.size()));
  names.push_back(fmt::format("{0}_{1:y<{2}}é too long", plain, "", 61 - plain.size()));
  names.push_back(fmt::format("{}$1%\\", plain));
  for (const char* word : {"user", "order", "select", "table", "default", "group"}) names.emplace_back(word);
  return names;
}

const std::vector<std::string>& comments() {
  static const std::vector<std::string> all = {
      "", "said of it", "it's \"so\"", "two\nlines", "back\\slash", "größer -- ü", "$$ 50 % $1"};
  return all;
}

/// What the server makes of a name that is too long.
std::string clipped(std::string name) {
  if (name.size() <= 63) return name;
  std::size_t end = 63;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
  name.resize(end);
  return name;
}

}  // namespace

std::string quoted(std::string_view name) { return quote_identifier(name); }
std::string in(const std::string& schema, std::string_view name) {
  return schema.empty() ? quoted(name) : quoted(schema) + "." + quoted(name);
}

Pen::Which of_sort(std::vector<std::string> sorts) {
  return [sorts = std::move(sorts)](const Made& made) {
    return std::find(sorts.begin(), sorts.end(), made.sort) != sorts.end();
  };
}

bool is_relation(const Made& made) {
  return made.sort == "table" || made.sort == "foreign table" || made.sort == "view" ||
         made.sort == "materialized view";
}

std::string Pen::choose(const std::string& slot, const std::vector<std::string>& options, std::size_t rare) {
  asked_.insert(slot);
  const auto chosen = piece_.choices.find(slot);
  const bool known =
      chosen != piece_.choices.end() && std::find(options.begin(), options.end(), chosen->second) != options.end();
  if (known && slot == piece_.changed && dice_ != nullptr && options.size() > 1) {
    piece_.changed.clear();
    std::vector<std::string> others = options;
    std::erase(others, chosen->second);
    if (!others.empty()) return chosen->second = others[dice_->below(others.size())];
  }
  if (known) return chosen->second;
  std::size_t i = 0;
  if (dice_ != nullptr && options.size() > 1) {
    if (rare == 0)
      i = dice_->below(options.size());
    else if (dice_->one_in(rare))
      i = 1 + dice_->below(options.size() - 1);
  }
  return piece_.choices[slot] = options[i];
}

void Pen::forget_unused() {
  std::erase_if(piece_.choices, [&](const auto& choice) { return !asked_.contains(choice.first); });
  piece_.changed.clear();
}

std::size_t Pen::number(const std::string& slot, std::size_t from, std::size_t to) {
  std::vector<std::string> options;
  for (std::size_t i = from; i <= to; ++i) options.push_back(std::to_string(i));
  return std::stoul(choose(slot, options));
}

Made* Pen::pick(const std::string& slot, const Which& which) {
  std::vector<std::string> options;
  for (const Made& made : scene_.made)
    if (which(made)) options.push_back(std::to_string(made.uid));
  return options.empty() ? nullptr : scene_.find(std::stoi(choose(slot, options)));
}

Made* Pen::maybe(const std::string& slot, std::size_t one_in, const Which& which) {
  std::vector<std::string> options = {""};
  for (const Made& made : scene_.made)
    if (which(made)) options.push_back(std::to_string(made.uid));
  const std::string chosen = choose(slot, options, one_in);
  return chosen.empty() ? nullptr : scene_.find(std::stoi(chosen));
}

std::string Pen::name(std::string_view base, const std::string& scope, const std::string& also) {
  const auto taken = [&](const std::string& name) {
    return scene_.taken.contains(scope + clipped(name)) ||
           (!also.empty() && scene_.taken.contains(also + clipped(name)));
  };
  std::vector<std::string> free;
  for (std::string& name : names_from(base, piece_.uid))
    if (!taken(name)) free.push_back(std::move(name));
  // One that it has been given from elsewhere: names are exchanged, too.
  if (const auto own = piece_.choices.find("name"); own != piece_.choices.end() &&
                                                    !scene_.taken.contains(scope + clipped(own->second)) &&
                                                    std::find(free.begin(), free.end(), own->second) == free.end())
    free.push_back(own->second);
  const std::string name = choose("name", free, 4);
  scene_.taken.insert(scope + clipped(name));
  if (!also.empty()) scene_.taken.insert(also + clipped(name));
  return name;
}

std::string Pen::schema() {
  std::vector<std::string> options = {"public"};
  for (const Made& made : scene_.made)
    if (made.sort == "schema") options.push_back(made.name);
  return choose("schema", options, 3);
}

Made Pen::fresh(std::string_view sort, std::string_view base, std::string_view space) {
  Made made;
  made.uid = piece_.uid;
  made.sort = sort;
  made.schema = schema();
  made.name = name(base, fmt::format("{} {} ", space, made.schema));
  const bool bare = made.schema == "public" && flag("bare", 3);
  made.sql = bare ? quoted(made.name) : in(made.schema, made.name);
  return made;
}

void Pen::say(std::string sql) {
  scene_.said.push_back({.uid = piece_.uid, .head = std::move(sql)});
  scene_.open_table = 0;
}

void Pen::add(std::string sql) { scene_.said.back().after.push_back(std::move(sql)); }

void Pen::comment(std::string_view what) {
  if (const std::string text = choose("comment", comments(), 5); !text.empty())
    add(fmt::format("COMMENT ON {} IS {}", what, quote_literal(text)));
}

void Pen::grant(std::string_view on, const std::vector<std::string>& privileges) {
  const bool public_too = on.starts_with("FUNCTION") || on.starts_with("PROCEDURE") || on.starts_with("TYPE") ||
                          on.starts_with("DOMAIN") || on.starts_with("LANGUAGE");
  if (public_too && flag("revoke", 8)) add(fmt::format("REVOKE ALL ON {} FROM PUBLIC", on));
  for (const char* slot : {"grant", "grant more"}) {
    const Made* role = maybe(slot, 4, of_sort({"role"}));
    if (role == nullptr) continue;
    std::vector<std::string> options = privileges;
    options.insert(options.begin(), "ALL");
    add(fmt::format("GRANT {} ON {} TO {}{}", choose(std::string(slot) + " what", options), on, role->sql,
                    flag(std::string(slot) + " option", 4) ? " WITH GRANT OPTION" : ""));
  }
}

void Pen::dress(const Made& made, std::string_view keyword, const std::vector<std::string>& privileges, bool owned) {
  const std::string what = fmt::format("{} {}", keyword, made.sql);
  comment(what);
  if (const Made* owner = owned ? maybe("owner", 8, of_sort({"role"})) : nullptr)
    add(fmt::format("ALTER {} OWNER TO {}", what, owner->sql));
  // A role that loses an object keeps no grants on it that it had besides: not planned for yet (see expected_red.txt).
  if (gives_owner()) return;
  if (!privileges.empty()) grant(is_relation(made) ? made.sql : what, privileges);
}

bool Pen::gives_owner() const {
  const auto owner = piece_.choices.find("owner");
  return owner != piece_.choices.end() && !owner->second.empty();
}

Made& Pen::make(Made made) { return scene_.made.emplace_back(std::move(made)); }

Made* Scene::find(int uid) {
  for (Made& each : made)
    if (each.uid == uid) return &each;
  return nullptr;
}

std::string Scene::text() const {
  std::string text;
  for (const Said& statement : said) {
    text += statement.head;
    if (statement.head.starts_with("CREATE ") && statement.head.ends_with(" (")) {
      text += fmt::format("{}{}{})", statement.elements.empty() ? "" : "\n  ", fmt::join(statement.elements, ",\n  "),
                          statement.elements.empty() ? "" : "\n");
    }
    text += statement.tail + ";\n";
    for (const std::string& more : statement.after) text += more + ";\n";
  }
  return text;
}

const Piece* State::find(int uid) const {
  for (const Piece& piece : pieces)
    if (piece.uid == uid) return &piece;
  return nullptr;
}

Piece* State::find(int uid) { return const_cast<Piece*>(std::as_const(*this).find(uid)); }

}  // namespace trueup::random
