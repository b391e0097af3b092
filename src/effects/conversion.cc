#include "effects/conversion.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "ddl/column_type.h"
#include "effects/volatile.h"

namespace trueup::effects {

namespace {

/// "numeric(10,2)" is numeric, 10, 2; -1 where a number is not said.
struct Sized {
  std::string base;
  int first = -1;
  int second = -1;
};

Sized sized(std::string_view type) {
  const std::size_t open = type.find('(');
  const std::size_t close = type.find(')', open);
  if (open == std::string_view::npos || close == std::string_view::npos) return {.base = std::string(type)};
  Sized result{.base = std::string(type.substr(0, open)) + std::string(type.substr(close + 1))};
  const std::string_view inside = type.substr(open + 1, close - open - 1);
  const auto* end = inside.data() + inside.size();
  const auto [at, error] = std::from_chars(inside.data(), end, result.first);
  if (error == std::errc() && at != end) std::from_chars(at + 1, end, result.second);
  return result;
}

bool grows(int from, int to) { return to == -1 || (from != -1 && to >= from); }

/// "citext" for the type of that extension, in whichever schema.
std::string_view without_schema(std::string_view base) { return base.ends_with(".citext") ? "citext" : base; }

constexpr std::pair<std::string_view, std::string_view> alike[] = {
    {"citext", "text"},
    {"text", "citext"},
    {"citext", "character varying"},
    {"character varying", "citext"},
    {"character varying", "text"},
    {"text", "character varying"},
    {"cidr", "inet"},
    {"integer", "oid"},
    {"oid", "integer"},
    {"integer", "regclass"},
    {"oid", "regclass"},
    {"regclass", "oid"},
    {"regclass", "integer"},
    {"oid", "regproc"},
    {"regproc", "oid"},
    {"oid", "regtype"},
    {"regtype", "oid"},
    {"bit", "bit varying"},
    {"xml", "text"},
    {"xml", "character varying"},
};

/// An index, constraint or partial index that looks at the column in more than a plain way is made anew.
bool has_expression_on(const ObjectId& column, const Scene& scene) {
  const Catalog& catalog = scene.from;
  const auto mentions = [&](const Object& object) {
    return !scene.is_gone(object.id) &&
           std::find(object.references.begin(), object.references.end(), column) != object.references.end();
  };
  for (const Object* check : catalog.children(Kind::check, column.schema, column.parent))
    if (mentions(*check) && !std::get<Check>(check->payload).not_valid) return true;
  for (const auto& [id, object] : catalog.objects) {
    const auto* index = std::get_if<Index>(&object.payload);
    if (!index || index->table.schema != column.schema || index->table.name != column.parent || !mentions(object))
      continue;
    if (!index->predicate.empty()) return true;
    if (std::any_of(index->elements.begin(), index->elements.end(), [](const auto& e) { return !e.is_column; }))
      return true;
  }
  return false;
}

bool has_key_on(const Object& column, const Scene& scene) {
  const Catalog& catalog = scene.from;
  const auto has = [&](const std::vector<std::string>& names) {
    return std::find(names.begin(), names.end(), column.id.name) != names.end();
  };
  for (const auto& [id, object] : catalog.objects) {
    if (scene.is_gone(id)) continue;
    if (const auto* index = std::get_if<Index>(&object.payload))
      if (index->table.schema == column.id.schema && index->table.name == column.id.parent)
        for (const KeyElement& element : index->elements)
          if (element.is_column && element.expression.text == sql_name(column.id)) return true;
    if (const auto* key = std::get_if<Key>(&object.payload))
      if (id.schema == column.id.schema && id.parent == column.id.parent && has(key->columns)) return true;
  }
  return false;
}

/// The operator class that an index takes by default differs, so that it cannot stay.
bool changes_order(std::string_view from, std::string_view to) {
  const auto family = [](std::string_view type) {
    const std::string base = sized(type).base;
    if (base == "character varying") return std::string("text");
    return base == "cidr" ? "inet" : base;
  };
  return family(from) != family(to);
}

}  // namespace

bool is_free(std::string_view from, std::string_view to) {
  if (from == to) return true;
  const Sized old = sized(from);
  const Sized now = sized(to);
  if (from.ends_with("[]") || to.ends_with("[]")) return false;
  if (old.base != now.base)
    return now.first == -1 &&
           std::find(std::begin(alike), std::end(alike),
                     std::pair(without_schema(old.base), without_schema(now.base))) != std::end(alike);
  if (old.base == "character varying" || old.base == "bit varying") return grows(old.first, now.first);
  if (old.base == "numeric") {
    if (now.first == -1) return true;
    return grows(old.first, now.first) && std::max(old.second, 0) == std::max(now.second, 0);
  }
  if (old.base.starts_with("time") || old.base == "interval") return grows(old.first, now.first) || now.first >= 6;
  return false;
}

/// Every cast on the way leaves values as they are.
static bool is_free_way(std::string_view from, std::string_view casts, const Scene& scene) {
  std::size_t at = casts.find("::");
  if (at == std::string_view::npos) return casts.empty();
  for (std::string before = ddl::under_domains(std::string(from), scene.from); at != std::string_view::npos;) {
    const std::size_t end = casts.find("::", at + 2);
    const std::string type(casts.substr(at + 2, end == std::string_view::npos ? end : end - at - 2));
    std::string after = ddl::under_domains(type, scene.to);
    if (!is_free(before, after)) return false;
    before = std::move(after);
    at = end;
  }
  return true;
}

Conversion conversion_of(const Object& column, const Object* after, std::string_view by_way_of, const Scene& scene) {
  if (!after) return Conversion::rewrites;
  const auto& old = std::get<Column>(column.payload);
  const auto& now = std::get<Column>(after->payload);
  if (is_checked_domain(now.type, scene.to)) return Conversion::rewrites;
  const std::string from = ddl::under_domains(old.type, scene.from);
  const std::string to = ddl::under_domains(now.type, scene.to);
  if (!is_free_way(old.type, by_way_of, scene) || !is_free(from, to)) return Conversion::rewrites;
  if (has_expression_on(column.id, scene)) return Conversion::scans;
  const bool remade = old.collation != now.collation || changes_order(from, to);
  return remade && has_key_on(column, scene) ? Conversion::scans : Conversion::free;
}

}  // namespace trueup::effects
