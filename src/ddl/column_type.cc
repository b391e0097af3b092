#include "ddl/column_type.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <limits>
#include <utility>
#include <vector>

#include "ddl/text.h"

namespace trueup::ddl {

namespace {

/// A type's text taken apart: "numeric(10,2)[]" is numeric, {10, 2}, an array.
struct TypeName {
  std::string base;
  std::vector<int> modifiers;
  bool array = false;
};

TypeName parsed(std::string_view text) {
  TypeName type;
  while (text.ends_with("[]")) {
    type.array = true;
    text.remove_suffix(2);
  }
  const std::size_t open = text.find('(');
  const std::size_t close = open == std::string_view::npos ? open : text.find(')', open);
  if (close == std::string_view::npos) {
    type.base = text;
    return type;
  }
  type.base = std::string(text.substr(0, open)) + std::string(text.substr(close + 1));
  std::string_view numbers = text.substr(open + 1, close - open - 1);
  while (!numbers.empty()) {
    const std::string_view number = numbers.substr(0, numbers.find(','));
    int value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    type.modifiers.push_back(value);
    numbers.remove_prefix(std::min(numbers.size(), number.size() + 1));
  }
  return type;
}

/// Types among which every cast may be taken by an assignment, as pg_cast has it.
enum class Family { none, number, text, moment, clock, bits, network, json };

struct Known {
  std::string_view name;
  Family family;
  std::string_view storage = "plain";
};

constexpr std::array known_types = {
    Known{"smallint", Family::number},
    Known{"integer", Family::number},
    Known{"bigint", Family::number},
    Known{"numeric", Family::number, "main"},
    Known{"real", Family::number},
    Known{"double precision", Family::number},
    Known{"text", Family::text, "extended"},
    Known{"character varying", Family::text, "extended"},
    Known{"character", Family::text, "extended"},
    Known{"name", Family::text},
    Known{"\"char\"", Family::text},
    Known{"date", Family::moment},
    Known{"timestamp without time zone", Family::moment},
    Known{"timestamp with time zone", Family::moment},
    Known{"time without time zone", Family::clock},
    Known{"time with time zone", Family::clock},
    Known{"bit", Family::bits, "extended"},
    Known{"bit varying", Family::bits, "extended"},
    Known{"inet", Family::network, "main"},
    Known{"cidr", Family::network, "main"},
    Known{"json", Family::json, "extended"},
    Known{"jsonb", Family::json, "extended"},
    Known{"boolean", Family::none},
    Known{"uuid", Family::none},
    Known{"interval", Family::none},
    Known{"money", Family::none},
    Known{"oid", Family::none},
    Known{"regclass", Family::none},
    Known{"regproc", Family::none},
    Known{"regtype", Family::none},
    Known{"macaddr", Family::none},
    Known{"macaddr8", Family::none},
    Known{"point", Family::none},
    Known{"line", Family::none},
    Known{"lseg", Family::none},
    Known{"box", Family::none},
    Known{"circle", Family::none},
    Known{"pg_lsn", Family::none},
    Known{"tid", Family::none},
    Known{"xid", Family::none},
    Known{"tsquery", Family::none},
};

const Known* known(std::string_view base) {
  const auto found =
      std::find_if(known_types.begin(), known_types.end(), [&](const Known& each) { return each.name == base; });
  return found == known_types.end() ? nullptr : found;
}

Family family(const TypeName& type) {
  const Known* found = known(type.base);
  return found == nullptr ? Family::none : found->family;
}

bool is_string(const TypeName& type) {
  return type.base == "text" || type.base == "character varying" || type.base == "character";
}

}  // namespace

bool needs_using(std::string_view from, std::string_view to) {
  const TypeName old = parsed(from);
  const TypeName now = parsed(to);
  if (old.array != now.array) return !(is_string(now) && !now.array);
  if (old.base == now.base) return false;
  // Every type may be assigned to a string: the server writes it out as text.
  if (is_string(now) && !now.array) return false;
  if (old.base == "name" && now.base == "\"char\"") return true;
  return family(old) == Family::none || family(old) != family(now);
}

namespace {

/// Types between which a cast exists that only CAST takes, or that leads out of its family.
constexpr std::array<std::pair<std::string_view, std::string_view>, 39> explicit_casts = {{
    {"timestamp without time zone", "time without time zone"},
    {"timestamp with time zone", "time without time zone"},
    {"timestamp with time zone", "time with time zone"},
    {"time without time zone", "interval"},
    {"interval", "time without time zone"},
    {"boolean", "integer"},
    {"integer", "boolean"},
    {"integer", "bit"},
    {"bigint", "bit"},
    {"bit", "integer"},
    {"bit", "bigint"},
    {"integer", "\"char\""},
    {"\"char\"", "integer"},
    {"jsonb", "boolean"},
    {"jsonb", "smallint"},
    {"jsonb", "integer"},
    {"jsonb", "bigint"},
    {"jsonb", "numeric"},
    {"jsonb", "real"},
    {"jsonb", "double precision"},
    {"integer", "money"},
    {"bigint", "money"},
    {"numeric", "money"},
    {"money", "numeric"},
    {"smallint", "oid"},
    {"integer", "oid"},
    {"bigint", "oid"},
    {"oid", "integer"},
    {"oid", "bigint"},
    {"macaddr", "macaddr8"},
    {"macaddr8", "macaddr"},
    {"box", "circle"},
    {"box", "point"},
    {"box", "lseg"},
    {"circle", "box"},
    {"circle", "point"},
    {"lseg", "point"},
    {"point", "box"},
    {"polygon", "point"},
}};

/// A type of an extension, whose casts nobody here knows: qualified, and not of the catalog.
bool is_of_extension(const TypeName& type, const Catalog& catalog) {
  if (type.base.find('.') == std::string::npos) return false;
  return std::none_of(catalog.objects.begin(), catalog.objects.end(), [&](const auto& entry) {
    return is_type(entry.first.kind) && sql_name(entry.first) == type.base;
  });
}

/// True where CAST leads straight from one type to the other; elsewhere the way is by text.
bool casts_directly(const TypeName& from, const TypeName& to) {
  const auto textual = [](const TypeName& type) { return !type.array && (is_string(type) || type.base == "name"); };
  if (textual(from) || textual(to)) return true;
  if (from.array != to.array) return false;
  if (from.base == to.base || is_string(from) || is_string(to)) return true;
  if (from.base.ends_with("range") && to.base.ends_with("multirange")) return true;
  if (family(from) != Family::none && family(from) == family(to) && family(from) != Family::text) return true;
  return std::find(explicit_casts.begin(), explicit_casts.end(),
                   std::pair<std::string_view, std::string_view>(from.base, to.base)) != explicit_casts.end();
}

/// How USING leads from one type to the other, but for the last step: "" or "::text".
std::string by_way_of(std::string_view from, std::string_view to, const Context& context) {
  const TypeName old = parsed(from);
  const TypeName now = parsed(to);
  if (casts_directly(old, now) || is_of_extension(old, context.from) || is_of_extension(now, context.to)) return "";
  return old.array && now.array ? "::text[]" : "::text";
}

/// Bytes of the integers, 0 for other types.
int integer_width(const TypeName& type) {
  if (type.base == "smallint") return 2;
  if (type.base == "integer") return 4;
  if (type.base == "bigint") return 8;
  return 0;
}

/// How many digits a numeric keeps before and after its point.
struct Digits {
  int before = std::numeric_limits<int>::max();
  int after = std::numeric_limits<int>::max();
};

Digits digits(const TypeName& type) {
  switch (integer_width(type)) {
    case 2:
      return {5, 0};
    case 4:
      return {10, 0};
    case 8:
      return {19, 0};
    default:
      break;
  }
  if (type.base != "numeric" || type.modifiers.empty()) return {};
  const int scale = type.modifiers.size() > 1 ? type.modifiers[1] : 0;
  return {type.modifiers[0] - scale, scale};
}

bool number_may_lose(const TypeName& from, const TypeName& to) {
  const int old_width = integer_width(from);
  const int new_width = integer_width(to);
  if (old_width != 0 && new_width != 0) return new_width < old_width;
  if (to.base == "real") return from.base != "smallint";
  if (to.base == "double precision") return from.base == "numeric" || from.base == "bigint";
  if (from.base == "real" || from.base == "double precision") return true;
  if (new_width != 0) return true;  // a numeric's range is never known to fit whole numbers
  const Digits old = digits(from);
  const Digits now = digits(to);
  return now.before < old.before || now.after < old.after;
}

/// The length or precision that values are cut to; the largest int where there is none.
int length(const TypeName& type) {
  if (!type.modifiers.empty()) return type.modifiers.front();
  if (type.base == "bit" || type.base == "character") return 1;
  if (type.base == "\"char\"") return 1;
  if (type.base == "name") return 63;
  return std::numeric_limits<int>::max();
}

bool moment_may_lose(const TypeName& from, const TypeName& to) {
  if (to.base == "date") return from.base != "date";
  if (from.base == "date") return false;
  const auto precision = [](const TypeName& type) { return type.modifiers.empty() ? 6 : type.modifiers.front(); };
  return precision(to) < precision(from);
}

}  // namespace

bool may_lose(std::string_view from, std::string_view to) {
  const TypeName old = parsed(from);
  const TypeName now = parsed(to);
  if (from == to) return false;
  if (is_string(now) && !now.array && length(now) == std::numeric_limits<int>::max()) return false;
  if (old.array != now.array) return true;
  if (old.base == now.base && old.modifiers == now.modifiers) return false;
  if (family(old) != family(now)) return true;
  switch (family(old)) {
    case Family::number:
      return number_may_lose(old, now);
    case Family::text:
      return length(now) < length(old) || (now.base == "character") != (old.base == "character");
    case Family::bits:
      return length(now) < length(old) || (now.base == "bit" && length(now) != length(old));
    case Family::moment:
      return moment_may_lose(old, now);
    case Family::clock:
      return old.base == "time with time zone" && now.base != old.base;
    case Family::network:
      return now.base == "cidr";
    case Family::json:
      return now.base == "jsonb";  // duplicate keys and the order of keys go
    case Family::none:
      return old.base != now.base || now.modifiers < old.modifiers;
  }
  return true;
}

std::string under_domains(const std::string& type, const Catalog& catalog) {
  for (const auto& [id, object] : catalog.objects) {
    const auto* domain = std::get_if<Domain>(&object.payload);
    if (domain != nullptr && sql_name(id) == type) return under_domains(domain->type, catalog);
  }
  return type;
}

bool is_foreign(const Object& column, const Catalog& catalog) {
  const Object* table = catalog.relation(column.id.schema, column.id.parent);
  return table != nullptr && table->id.kind == Kind::foreign_table;
}

Statement change_column_type(const Object& from, const Object& to, const Context& context) {
  const std::string& old = as<Column>(from).type;
  const Column& now = as<Column>(to);
  const std::string name = sql_name(to.id);
  std::string sql = alter_parent(to) + " ALTER COLUMN " + name + " TYPE " + now.type;
  if (!now.collation.empty()) sql += " COLLATE " + now.collation;
  const std::string old_base = under_domains(old, context.from);
  const std::string new_base = under_domains(now.type, context.to);
  const bool foreign = is_foreign(to, context.to);
  if (!foreign && needs_using(old_base, new_base))
    sql += " USING " + name + by_way_of(old_base, new_base, context) + "::" + now.type;
  Statement change = statement(sql);
  if (!foreign && may_lose(old_base, new_base))
    change.destroys = {.hazard = "change-type", .what = to_string(to.id) + " (" + old + " to " + now.type + ")"};
  return change;
}

std::string default_storage(std::string_view type, const Catalog& catalog) {
  const TypeName name = parsed(type);
  if (name.array) return "extended";
  if (const Known* found = known(name.base)) return std::string(found->storage);
  const std::string base = under_domains(name.base, catalog);
  if (base != name.base) return default_storage(base, catalog);
  const bool is_enum = std::any_of(catalog.objects.begin(), catalog.objects.end(), [&](const auto& entry) {
    return entry.first.kind == Kind::enum_type && sql_name(entry.first) == name.base;
  });
  return is_enum ? "plain" : "extended";
}

}  // namespace trueup::ddl
