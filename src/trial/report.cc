#include "trial/report.h"

#include <algorithm>
#include <set>

#include "base/quote.h"
#include "canonical/canonicalise.h"
#include "parse/script.h"

namespace trueup::trial {
namespace {

/// What comes with a range type: its constructors, its multirange type and that type's constructors.
void add_range(std::set<std::string>& names, const ObjectId& id, const RangeType& range) {
  const std::string own = sql_name(id);
  const std::string& multirange = range.multirange_type;
  const std::string bare = multirange.substr(multirange.find('.') + 1);
  names.insert("fn " + own + "(" + range.subtype + "," + range.subtype + ")");
  names.insert("fn " + own + "(" + range.subtype + "," + range.subtype + ",text)");
  for (const std::string& argument : {std::string(), own, own + "[]"})
    names.insert("fn " + multirange + "(" + argument + ")");
  names.insert("type " + bare);
  names.insert("type _" + bare);
}

/// The name of a type's array type, as the server cuts it to 63 bytes.
std::string array_name(const std::string& type) {
  std::size_t size = std::min<std::size_t>(type.size(), 62);
  while (size < type.size() && size > 0 && (type[size] & 0xC0) == 0x80) --size;
  return "_" + type.substr(0, size);
}

/// "con t_pkey, rel t, rel t_pkey, type _t": what stands in pg_constraint, pg_class and pg_type.
std::string names_taken(const Catalog& catalog) {
  std::set<std::string> names;
  for (const auto& [id, object] : catalog.objects) {
    const std::string name = quote_identifier(id.name);
    const bool has_index = id.kind == Kind::primary_key || id.kind == Kind::unique_key || id.kind == Kind::exclusion;
    if (is_constraint(id.kind) || id.kind == Kind::domain_check) names.insert("con " + name);
    if (has_index || is_relation(id.kind) || id.kind == Kind::sequence || id.kind == Kind::index)
      names.insert("rel " + name);
    if (is_relation(id.kind) || is_type(id.kind)) names.insert("type " + quote_identifier(array_name(id.name)));
    if (is_type(id.kind)) names.insert("type " + name);
    if (is_routine(id.kind)) names.insert("fn " + sql_name(id));
    if (const auto* range = std::get_if<RangeType>(&object.payload)) add_range(names, id, *range);
  }
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::string not_null_columns(const Catalog& catalog) {
  std::string text;
  for (const Object* column : catalog.children(Kind::column, "public", "t"))
    if (std::get<Column>(column->payload).not_null)
      text += (text.empty() ? "" : "\n") + ("attnotnull " + quote_identifier(column->id.name));
  return text;
}

}  // namespace

std::optional<std::string> report(const std::string& context, const Catalog& catalog) {
  if (context == "object name") return names_taken(catalog);
  if (context == "not null constraint") return not_null_columns(catalog);
  return std::nullopt;
}

std::optional<Comparison> compare_report(const std::string& context, const std::string& sql,
                                         const std::string& stored) {
  Catalog catalog = parse::read({{.name = "trial", .text = sql}}, {});
  canonical::canonicalise(catalog);
  const auto text = report(context, catalog);
  if (!text) return std::nullopt;
  for (const Diagnostic& diagnostic : catalog.diagnostics)
    if (diagnostic.severity != Severity::note) return Comparison{Verdict::ask, diagnostic.message};
  return Comparison{*text == stored ? Verdict::same : Verdict::different, *text + "\n      " + stored};
}

}  // namespace trueup::trial
