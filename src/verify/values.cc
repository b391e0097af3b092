#include "verify/values.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "base/quote.h"
#include "verify/matching.h"

namespace trueup::verify {

namespace {

/// "numeric(10,2)[]" taken apart.
struct TypeText {
  std::string name;  ///< with "with time zone" and the like, without lengths
  std::vector<int> lengths;
  bool array = false;
};

TypeText take_apart(std::string_view text) {
  TypeText type;
  while (text.ends_with("[]")) {
    type.array = true;
    text.remove_suffix(2);
  }
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos || text.find('"') < open) return type.name = text, type;
  const std::size_t close = text.find(')', open);
  type.name = std::string(text.substr(0, open)) + std::string(text.substr(close + 1));
  const char* at = text.data() + open + 1;
  const char* end = text.data() + close;
  while (at < end) {
    int length = 0;
    const auto [next, failed] = std::from_chars(at, end, length);
    if (failed != std::errc()) break;
    type.lengths.push_back(length);
    at = next + 1;
  }
  return type;
}

std::string bits(int length, int k) {
  std::string text(static_cast<std::size_t>(std::max(length, 1)), '0');
  for (std::size_t i = text.size(); i > 0 && k > 0; --i, k /= 2) text[i - 1] = k % 2 ? '1' : '0';
  return text;
}

std::string number(const TypeText& type, int n) {
  const int digits = type.lengths.empty() ? 9 : type.lengths[0];
  const int scale = type.lengths.size() > 1 ? type.lengths[1] : 0;
  if (digits - scale > 0) return std::to_string(n);
  return "0." + std::string(static_cast<std::size_t>(std::max(scale - digits, 0)), '0') + std::to_string(n % 10);
}

/// Formats in which {0} is a number from 1 on. Texts are digits, so that they survive a change to a number type.
const std::map<std::string_view, const char*>& patterns() {
  static const std::map<std::string_view, const char*> all = {
      {"smallint", "{0}"},
      {"integer", "{0}"},
      {"bigint", "{0}"},
      {"oid", "{0}"},
      {"real", "{0}"},
      {"double precision", "{0}"},
      {"money", "{0}"},
      {"text", "{0}"},
      {"character varying", "{0}"},
      {"character", "{0}"},
      {"bpchar", "{0}"},
      {"\"char\"", "{0}"},
      {"name", "{0}"},
      {"citext", "{0}"},
      {"xid", "{0}"},
      {"cid", "{0}"},
      {"bytea", "\\x0{0}"},
      {"uuid", "00000000-0000-4000-8000-{0:012d}"},
      {"json", "{{\"k\": {0}}}"},
      {"jsonb", "{{\"k\": {0}}}"},
      {"jsonpath", "$.k{0}"},
      {"date", "2020-01-{0:02d}"},
      {"time without time zone", "01:02:{0:02d}"},
      {"time with time zone", "01:02:{0:02d}+00"},
      {"timestamp without time zone", "2020-01-{0:02d} 01:02:03"},
      {"timestamp with time zone", "2020-01-{0:02d} 01:02:03+00"},
      {"interval", "{0} hours"},
      {"inet", "10.0.0.{0}"},
      {"cidr", "10.0.{0}.0/24"},
      {"macaddr", "08:00:2b:01:02:{0:02d}"},
      {"macaddr8", "08:00:2b:01:02:03:04:{0:02d}"},
      {"point", "({0},{0})"},
      {"line", "{{1,2,{0}}}"},
      {"lseg", "[(0,0),({0},{0})]"},
      {"box", "(({0},{0}),(0,0))"},
      {"path", "((0,0),({0},{0}))"},
      {"polygon", "((0,0),({0},0),({0},{0}))"},
      {"circle", "<(0,0),{0}>"},
      {"tsvector", "'word{0}'"},
      {"tsquery", "'word{0}'"},
      {"xml", "<a>{0}</a>"},
      {"pg_lsn", "0/{0}"},
      {"tid", "(0,{0})"},
      {"regclass", "pg_class"},
      {"regtype", "integer"},
      {"regproc", "now"},
      {"regrole", "trueup_user"},
      {"regnamespace", "public"},
      {"int4range", "[{0}0,{0}5)"},
      {"int8range", "[{0}0,{0}5)"},
      {"numrange", "[{0}0,{0}5)"},
      {"tsrange", "[2020-01-{0:02d} 00:00:00,2020-01-{0:02d} 12:00:00)"},
      {"tstzrange", "[2020-01-{0:02d} 00:00:00+00,2020-01-{0:02d} 12:00:00+00)"},
      {"daterange", "[2020-{0:02d}-01,2020-{0:02d}-20)"},
      {"int4multirange", "{{[{0}0,{0}5)}}"},
      {"int8multirange", "{{[{0}0,{0}5)}}"},
      {"nummultirange", "{{[{0}0,{0}5)}}"},
      {"tsmultirange", "{{[2020-01-{0:02d} 00:00:00,2020-01-{0:02d} 12:00:00)}}"},
      {"tstzmultirange", "{{[2020-01-{0:02d} 00:00:00+00,2020-01-{0:02d} 12:00:00+00)}}"},
      {"datemultirange", "{{[2020-{0:02d}-01,2020-{0:02d}-20)}}"},
      {"hstore", "k=>{0}"},
      {"ltree", "top.l{0}"},
      {"lquery", "top.l{0}"},
      {"cube", "({0})"},
      {"isbn", "978-0-393-04002-9"},
      {"seg", "{0}"},
      {"geometry", "POINT({0} {0})"},
      {"geography", "POINT({0} {0})"}};
  return all;
}

std::string in_quotes(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

/// The last part of a qualified name, unquoted where it is plain.
std::string_view last_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || name.ends_with('"') ? name : name.substr(dot + 1);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool names_column(const Expression& expression, const ObjectId& column) {
  if (std::find(expression.references.begin(), expression.references.end(), column) != expression.references.end())
    return true;
  return expression.text.find(quote_identifier(column.name)) != std::string::npos;
}

/// A year later and a year earlier for what begins like a date; something around the letters of a LIKE pattern.
void add_neighbours(const std::string& constant, std::vector<std::string>& found) {
  const bool date = constant.size() >= 10 && constant[4] == '-' && constant[7] == '-' && is_digit(constant[0]);
  if (date)
    for (const int step : {1, -1})
      found.push_back(fmt::format("{:04}{}", std::atoi(constant.c_str()) + step, constant.substr(4)));
  if (constant.find('%') == std::string::npos) return;
  std::string fitting;
  for (const char c : constant) fitting += c == '%' || c == '_' ? 'a' : c;
  found.push_back(std::move(fitting));
}

/// True for "~", "~*" and "OPERATOR(public.~)", but not for "!~" or LIKE's "~~".
bool ends_in_match_operator(std::string_view text) {
  if (text.ends_with(')')) text.remove_suffix(1);
  if (text.ends_with('*')) text.remove_suffix(1);
  return text.ends_with('~') && !text.ends_with("~~") && !text.ends_with("!~");
}

}  // namespace

std::vector<std::string> constants_in(std::string_view text) {
  constexpr long long longest_text = 500;
  const bool of_length = text.find("length(") != std::string_view::npos;
  std::vector<std::string> found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\'') {
      std::string_view before = text.substr(0, i);
      while (before.ends_with(' ') || before.ends_with('E') || before.ends_with('(')) before.remove_suffix(1);
      const bool escaped = i > 0 && text[i - 1] == 'E';
      std::string constant;
      for (++i; i < text.size(); ++i) {
        if (text[i] == '\'' && (i + 1 == text.size() || text[i + 1] != '\'')) break;
        if (text[i] == '\'' || (escaped && text[i] == '\\' && i + 1 < text.size())) ++i;
        constant += text[i];
      }
      // A regular expression is nothing that a column would hold: what matches it comes first.
      if (std::optional<std::string> fits = ends_in_match_operator(before) ? matching(constant) : std::nullopt)
        found.push_back(std::move(*fits));
      add_neighbours(constant, found);
      found.push_back(std::move(constant));
    } else if (is_digit(text[i]) &&
               (i == 0 || !(std::isalnum(static_cast<unsigned char>(text[i - 1])) || text[i - 1] == '_'))) {
      long long value = 0;
      const char* end = std::from_chars(text.data() + i, text.data() + text.size(), value).ptr;
      for (const long long near : {value, value + 1, value - 1}) {
        if (of_length && near > 0 && near <= longest_text) found.emplace_back(static_cast<std::size_t>(near), '1');
        found.push_back(std::to_string(near));
      }
      i = static_cast<std::size_t>(end - text.data()) - 1;
    }
  }
  return found;
}

Values::Values(const Catalog& catalog, const Catalog& also) {
  for (const auto& [id, object] : catalog.objects)
    if (is_type(id.kind)) types_[sql_name(id)] = &object;
  collect(catalog);
  collect(also);
}

void Values::collect(const Catalog& catalog) {
  const auto add = [](std::vector<std::string>& to, const std::vector<std::string>& more) {
    for (const std::string& constant : more)
      if (std::find(to.begin(), to.end(), constant) == to.end()) to.push_back(constant);
  };
  std::map<std::string, const EnumType*> enums;
  for (const auto& [id, object] : catalog.objects)
    if (const auto* type = std::get_if<EnumType>(&object.payload)) enums[sql_name(id)] = type;
  for (const auto& [id, object] : catalog.objects) {
    if (const auto* check = std::get_if<Check>(&object.payload)) {
      const std::vector<std::string> constants = constants_in(check->expression.text);
      for (const Object* column : catalog.children(Kind::column, id.schema, id.parent))
        if (names_column(check->expression, column->id)) add(constants_[column->id], constants);
    } else if (const auto* domain_check = std::get_if<DomainCheck>(&object.payload)) {
      add(domain_constants_[qualified(id.schema, id.parent)], constants_in(domain_check->expression.text));
    } else if (const auto* table = std::get_if<Table>(&object.payload); table && table->partition_of) {
      // The bound speaks of the columns of the root's key.
      const ObjectId* root = &*table->partition_of;
      while (const Object* parent = catalog.find(*root)) {
        const auto& payload = std::get<Table>(parent->payload);
        for (const Object* column : catalog.columns_of(*root))
          for (const KeyElement& element :
               payload.partition_key ? payload.partition_key->elements : std::vector<KeyElement>{})
            if (names_column(element.expression, column->id))
              add(constants_[column->id], constants_in(table->partition_bound.text));
        if (!payload.partition_of) break;
        root = &*payload.partition_of;
      }
    } else if (const auto* column = std::get_if<Column>(&object.payload)) {
      // A column that becomes an enum keeps only values that the enum has.
      const auto type = enums.find(column->type);
      if (type != enums.end()) add(constants_[id], type->second->labels);
    }
  }
}

std::optional<std::string> Values::of_user_type(std::string_view name, int k) const {
  const auto found = types_.find(name);
  if (found == types_.end()) return std::nullopt;
  const Payload& payload = found->second->payload;
  if (const auto* labels = std::get_if<EnumType>(&payload)) {
    if (labels->labels.empty()) return std::nullopt;
    return labels->labels[static_cast<std::size_t>(k) % labels->labels.size()];
  }
  if (const auto* domain = std::get_if<Domain>(&payload)) {
    const auto constants = domain_constants_.find(std::string(name));
    if (constants != domain_constants_.end() && static_cast<std::size_t>(k) < constants->second.size())
      return constants->second[static_cast<std::size_t>(k)];
    return of_type(domain->type, k);
  }
  if (const auto* range = std::get_if<RangeType>(&payload)) {
    const auto bound = of_type(range->subtype, k);
    return bound ? std::optional(fmt::format("[{0},{0}]", in_quotes(*bound))) : std::nullopt;
  }
  const auto* composite = std::get_if<CompositeType>(&payload);
  if (composite == nullptr) return std::to_string(k + 1);  // a base type: what its input function takes, nobody knows
  std::vector<std::string> parts;
  for (const Attribute& attribute : composite->attributes) {
    const auto part = of_type(attribute.type, k);
    parts.push_back(part ? in_quotes(*part) : std::string());
  }
  return fmt::format("({})", fmt::join(parts, ","));
}

std::optional<std::string> Values::of_type(std::string_view text, int k) const {
  const TypeText type = take_apart(text);
  if (type.array) {
    while (text.ends_with("[]")) text.remove_suffix(2);
    const auto element = of_type(text, k);
    return element ? "{" + in_quotes(*element) + "}" : "{}";
  }
  if (type.name == "boolean") return k % 2 == 0 ? "true" : "false";
  if (type.name == "numeric") return number(type, k + 1);
  if (type.name == "bit") return bits(type.lengths.empty() ? 1 : type.lengths[0], k + 1);
  if (type.name == "bit varying") return bits(1, k);
  const int n = k % 9 + 1;  // one digit fits everywhere
  if (type.name.starts_with("interval")) return fmt::format("{} hours", n);
  const bool one_digit = !type.lengths.empty() && type.lengths[0] < 3;
  const std::string_view bare = last_name(type.name);
  if (bare == "vector" || bare == "halfvec") {
    std::vector<int> elements(static_cast<std::size_t>(type.lengths.empty() ? 3 : type.lengths[0]), n);
    return fmt::format("[{}]", fmt::join(elements, ","));
  }
  if (auto user = of_user_type(type.name, k)) return user;
  const auto pattern = patterns().find(bare);
  if (pattern == patterns().end()) return std::nullopt;
  const bool counts = std::string_view(pattern->second) == "{0}" && bare != "\"char\"" && !one_digit;
  return fmt::format(fmt::runtime(pattern->second), counts ? k + 1 : n);
}

Values::Candidates Values::candidates(const Object& column) const {
  Candidates found;
  if (const auto known = constants_.find(column.id); known != constants_.end()) found.values = known->second;
  const std::string& type = std::get<Column>(column.payload).type;
  if (const auto domain = domain_constants_.find(type); domain != domain_constants_.end())
    found.values.insert(found.values.end(), domain->second.begin(), domain->second.end());
  found.spoken_of = found.values.size();
  for (int k = 0; k < 12; ++k)
    if (auto value = of_type(type, k)) found.values.push_back(std::move(*value));
  // Names are often those of roles, which triggers look up; this one is on every server.
  if (type == "name") found.values.emplace_back("pg_monitor");
  return found;
}

}  // namespace trueup::verify
