#include "trial/verdict.h"

#include <algorithm>

#include "canonical/canonicalise.h"
#include "model/encode.h"
#include "parse/script.h"

namespace trueup::trial {
namespace {

Catalog load(const std::string& sql) {
  Catalog catalog = parse::read({{.name = "trial", .text = sql}}, {});
  canonical::canonicalise(catalog);
  return catalog;
}

/// Why nothing can be said about a catalog: what the parse door left out.
std::string left_out(const Catalog& catalog) {
  for (const Diagnostic& diagnostic : catalog.diagnostics)
    if (diagnostic.severity != Severity::note) return diagnostic.code + ": " + diagnostic.message;
  return {};
}

void note(Comparison& result, Verdict verdict, std::string reason) {
  if (result.verdict == Verdict::different) return;
  if (result.verdict == Verdict::ask && verdict != Verdict::different) return;
  result = {.verdict = verdict, .reason = std::move(reason)};
}

void compare_fields(Comparison& result, const Object& first, const Object& second) {
  const std::vector<Field> left = fields_of(first);
  const std::vector<Field> right = fields_of(second);
  for (std::size_t i = 0; i < left.size(); ++i) {
    const Field& a = left[i];
    const Field& b = right[i];
    if (!a.stated || !b.stated || a.value == b.value) continue;
    note(result, a.unsure || b.unsure ? Verdict::ask : Verdict::different,
         to_string(first.id) + " " + a.name + ":\n      " + a.value + "\n      " + b.value);
  }
}

bool belongs(const Object& object, const std::string& relation) {
  if (relation.empty() || object.id.kind == Kind::sequence) return true;
  if (const auto* index = std::get_if<Index>(&object.payload)) return index->table.name == relation;
  return object.id.parent == relation || (is_relation(object.id.kind) && object.id.name == relation);
}

/// Column order is reported rather than planned; here it makes two states.
std::string column_order(const Catalog& catalog, const ObjectId& table) {
  std::string order;
  for (const Object* column : catalog.columns_of(table)) order += column->id.name + ",";
  return order;
}

}  // namespace

Comparison compare(const std::string& first, const std::string& second, const std::string& relation) {
  const Catalog left = load(first);
  const Catalog right = load(second);
  for (const Catalog* catalog : {&left, &right})
    if (const std::string reason = left_out(*catalog); !reason.empty()) return {Verdict::ask, reason};
  Comparison result{.verdict = Verdict::same, .reason = {}};
  for (const auto& [id, object] : left.objects) {
    if (!belongs(object, relation)) continue;
    const Object* other = right.find(id);
    if (!other) {
      note(result, Verdict::different, "only one has " + to_string(id));
      continue;
    }
    compare_fields(result, object, *other);
    if (id.kind == Kind::table && column_order(left, id) != column_order(right, id))
      note(result, Verdict::different, to_string(id) + " has its columns in another order");
  }
  for (const auto& [id, object] : right.objects)
    if (belongs(object, relation) && !left.find(id))
      note(result, Verdict::different, "only the other has " + to_string(id));
  return result;
}

}  // namespace trueup::trial
