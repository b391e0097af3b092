#include "verify/contents.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/quote.h"
#include "model/encode.h"

namespace trueup::verify {

namespace {

/// True when one of the plan's destructions is of `id`, or of something in it ("column public.t.c (text to integer)").
bool is_destroyed(const ObjectId& id, const std::vector<ddl::Destruction>& destroyed) {
  const std::string name = to_string(id);
  for (const ddl::Destruction& destruction : destroyed)
    if (destruction.what == name || destruction.what.starts_with(name + " ")) return true;
  return false;
}

/// What a parent loses its heirs lose with it.
bool is_destroyed(const Object& object, const Catalog& catalog, const std::vector<ddl::Destruction>& destroyed) {
  if (is_destroyed(object.id, destroyed)) return true;
  const Object* origin = object.inherited_from ? catalog.find(*object.inherited_from) : nullptr;
  return origin != nullptr && is_destroyed(*origin, catalog, destroyed);
}

std::vector<std::string> quoted(const ObjectId& table, const std::vector<std::string>& columns, const Renaming& names) {
  std::vector<std::string> all;
  for (const std::string& column : columns) all.push_back(quote_identifier(names.of_column(table, column)));
  return all;
}

/// One row: name, checksum. A row's text comes from its types' output functions; casts to text could be the author's.
std::string checksum_query(const ObjectId& table, const std::vector<std::string>& items, const Renaming& names) {
  return fmt::format(
      "SELECT {0}, pg_catalog.count(*) || ' rows ' || COALESCE(pg_catalog.md5(pg_catalog.string_agg("
      "r::text, E'\\n' ORDER BY r::text COLLATE \"C\")), '') FROM (SELECT {1} FROM ONLY {2}) r",
      quote_literal(to_string(table)), fmt::join(items, ", "), sql_name(names.of(table)));
}

std::string position_query(const ObjectId& id, const Renaming& names) {
  const ObjectId called = names.of(id);
  if (id.kind == Kind::sequence)
    return fmt::format("SELECT {}, last_value || ' ' || is_called FROM {}", quote_literal(to_string(id)),
                       sql_name(called));
  return fmt::format(
      "SELECT {}, COALESCE(pg_catalog.pg_sequence_last_value(pg_catalog.pg_get_serial_sequence({}, {})"
      "::pg_catalog.regclass)::text, 'unused')",
      quote_literal("identity of " + to_string(id)), quote_literal(qualified(called.schema, called.parent)),
      quote_literal(called.name));
}

Result<void> run_all(db::Connection& connection, const std::vector<std::string>& queries, Contents& contents) {
  constexpr std::size_t together = 50;
  for (std::size_t i = 0; i < queries.size(); i += together) {
    const std::vector<std::string> some(
        queries.begin() + static_cast<std::ptrdiff_t>(i),
        queries.begin() + static_cast<std::ptrdiff_t>(std::min(i + together, queries.size())));
    Result<db::Rows> rows = connection.run(fmt::format("{}", fmt::join(some, " UNION ALL ")));
    if (!rows) return rows.error();
    for (std::size_t row = 0; row < rows->size(); ++row) contents[rows->text(row, 0)] += rows->text(row, 1) + "\n";
  }
  return {};
}

/// A composite type of another shape prints the values of every column over it differently.
bool any_composite_differs(const Catalog& before, const Catalog& after) {
  for (const auto& [id, object] : before.objects) {
    if (id.kind != Kind::composite_type) continue;
    const Object* later = after.find(id);
    if (later == nullptr || fields_of(object).front().value != fields_of(*later).front().value) return true;
  }
  return false;
}

bool is_over_composite(const Catalog& catalog, std::string_view type) {
  while (type.ends_with("[]")) type.remove_suffix(2);
  for (const auto& [id, object] : catalog.objects)
    if ((id.kind == Kind::composite_type || is_relation(id.kind)) && sql_name(id) == type) return true;
  return false;
}

void watch_columns(const Catalog& before, const Catalog& after, const ObjectId& table,
                   const std::vector<ddl::Destruction>& destroyed, bool reshaped, Watch& watch) {
  auto& same = watch.tables[table];
  for (const Object* column : before.columns_of(table)) {
    const Object* later = after.find(column->id);
    if (later == nullptr || is_destroyed(*column, before, destroyed)) continue;
    const auto& old = std::get<Column>(column->payload);
    const auto& now = std::get<Column>(later->payload);
    if (!old.generated.empty() || !now.generated.empty()) continue;
    const bool kept = old.type == now.type && !(reshaped && is_over_composite(before, old.type));
    (kept ? same : watch.converted[table]).push_back(column->id.name);
    if (old.identity && now.identity) watch.sequences.insert(column->id);
  }
}

}  // namespace

Watch watch(const Catalog& before, const Catalog& after, const std::vector<ddl::Destruction>& destroyed) {
  Watch watch;
  const bool reshaped = any_composite_differs(before, after);
  for (const auto& [id, object] : before.objects) {
    if (after.find(id) == nullptr || is_destroyed(id, destroyed)) continue;
    // A partitioned table holds no rows itself: its partitions are watched, each as the table it is.
    const auto* table = std::get_if<Table>(&object.payload);
    if (table && !table->partition_key) watch_columns(before, after, id, destroyed, reshaped, watch);
    if (id.kind == Kind::sequence) watch.sequences.insert(id);
  }
  return watch;
}

Watch watch_return(const Catalog& before, const Catalog& after, const std::vector<ddl::Destruction>& destroyed,
                   const std::set<ObjectId>& parked) {
  Watch both = watch(before, before, destroyed);
  // An identity that is taken away and given back counts from its start again, as its statement says.
  std::erase_if(both.sequences, [&](const ObjectId& id) {
    if (parked.contains(id) || parked.contains(table_id(id.schema, id.parent))) return false;
    if (id.kind != Kind::column) return after.find(id) == nullptr;
    const Object* column = after.find(id);
    return column == nullptr || !std::get<Column>(column->payload).identity;
  });
  return both;
}

Result<Contents> read_contents(db::Connection& superuser, const Watch& watch, const Renaming& names) {
  std::vector<std::string> queries;
  for (const auto& [table, columns] : watch.tables) {
    queries.push_back(checksum_query(table, quoted(table, columns, names), names));
    if (const auto converted = watch.converted.find(table); converted != watch.converted.end()) {
      std::vector<std::string> nulls = quoted(table, converted->second, names);
      for (std::string& column : nulls) column += " IS NULL";
      queries.push_back(checksum_query(table, nulls, names));
    }
  }
  for (const ObjectId& id : watch.sequences) queries.push_back(position_query(id, names));
  Contents contents;
  if (Result<void> read = run_all(superuser, queries, contents); !read) return read.error();
  return contents;
}

}  // namespace trueup::verify
