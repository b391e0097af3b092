#include <algorithm>

#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

// From 17 on a target that nobody set is NULL.
std::string query(const Context& context) {
  return std::string(
             "SELECT s.oid, n.nspname, s.stxname, s.stxrelid, s.stxkeys, s.stxkind, coalesce(s.stxstattarget, -1), "
             "s.stxowner, ") +
         (context.since(14) ? "pg_get_statisticsobjdef_expressions(s.oid)" : "NULL") +
         " FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE s.stxnamespace = ANY ($schemas)";
}

std::vector<std::string> kinds(const std::vector<std::string>& letters) {
  std::vector<std::string> kinds;
  for (const std::string& letter : letters) {
    if (letter == "d") kinds.emplace_back("ndistinct");
    if (letter == "f") kinds.emplace_back("dependencies");
    if (letter == "m") kinds.emplace_back("mcv");
  }
  std::sort(kinds.begin(), kinds.end());
  return kinds;
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_statistic_ext, oid)) continue;
    Object object{.id = {.kind = Kind::statistics, .schema = row.text(), .name = row.text()}};
    const Relation* relation = context.managed(row.oid());
    if (relation == nullptr) continue;
    Statistics statistics{.table = relation->id};
    for (const std::int64_t number : row.numbers()) statistics.columns.push_back(relation->column(number));
    std::sort(statistics.columns.begin(), statistics.columns.end());
    statistics.kinds = kinds(row.array());
    statistics.target = row.small();
    object.owner = context.role(row.oid());
    for (std::string& text : row.array()) statistics.expressions.push_back({.text = std::move(text)});
    object.payload = std::move(statistics);
    context.add({pg_statistic_ext, oid, 0}, std::move(object));
  }
}

}  // namespace

const Step statistics_step = {.what = "statistics", .query = query, .fold = fold};

}  // namespace trueup::introspect
