#include "verify/seed.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "base/quote.h"
#include "verify/values.h"

namespace trueup::verify {

namespace {

constexpr int rows_wanted = 3;
constexpr int most_attempts = 40;

/// A number that looks random and is the same in every run.
unsigned scramble(unsigned row, unsigned attempt, unsigned column) {
  unsigned x = row * 2654435761U ^ attempt * 40503U ^ column * 2246822519U;
  x ^= x >> 15;
  x *= 2246822519U;
  return x ^ x >> 13;
}

/// Whether an attempt leaves the column NULL: never the first ones, where it may be.
bool left_null(const Object* column, int row, int attempt, unsigned position) {
  constexpr int full_attempts = 4;
  if (attempt < full_attempts || column == nullptr || std::get<Column>(column->payload).not_null) return false;
  return scramble(static_cast<unsigned>(row), static_cast<unsigned>(attempt), position + 1000) % 3 == 0;
}

/// What one table's rows are made of.
struct Recipe {
  struct Cell {
    const Object* column;
    Values::Candidates candidates;

    /// The first attempts take values in order; later ones any, mostly such as the constraints speak of.
    [[nodiscard]] const std::string& choose(unsigned row, unsigned attempt, unsigned position) const {
      const std::size_t size = candidates.values.size();
      if (attempt == 0) return candidates.values[row % size];
      const unsigned draw = scramble(row, attempt, position);
      const bool spoken_of = candidates.spoken_of > 0 && draw % 4 != 0;
      return candidates.values[(draw / 4) % (spoken_of ? candidates.spoken_of : size)];
    }
  };
  const Object* table;
  std::vector<Cell> cells;  ///< columns that get a value of their own
  std::vector<const ForeignKey*> keys;
};

class Seeder {
 public:
  Seeder(Site& site, const Catalog& state, const Catalog& next) : site_(site), state_(state), values_(state, next) {}

  Result<Seeded> run(const std::set<ObjectId>& leave_empty);

 private:
  [[nodiscard]] std::vector<const Object*> tables_in_order() const;
  [[nodiscard]] std::vector<const ForeignKey*> keys_of(const ObjectId& table) const;
  [[nodiscard]] Recipe recipe_of(const Object& table) const;
  [[nodiscard]] std::string insert_statement(const Recipe& recipe, int row, int attempt) const;
  [[nodiscard]] std::string key_value(const ForeignKey& key, std::size_t part, const ObjectId& table, int row,
                                      int attempt) const;
  std::string fill(const Object& table);
  [[nodiscard]] bool holds_rows(const ObjectId& table);
  void move_sequences(const std::set<ObjectId>& leave_alone);

  Site& site_;
  const Catalog& state_;
  Values values_;
};

std::vector<const ForeignKey*> Seeder::keys_of(const ObjectId& table) const {
  std::vector<const ForeignKey*> keys;
  for (const Object* key : state_.children(Kind::foreign_key, table.schema, table.name))
    keys.push_back(&std::get<ForeignKey>(key->payload));
  return keys;
}

/// What is referenced comes first; circles are cut where they are entered.
std::vector<const Object*> Seeder::tables_in_order() const {
  std::vector<const Object*> order;
  std::set<ObjectId> seen;
  std::function<void(const Object&)> visit = [&](const Object& table) {
    if (!seen.insert(table.id).second) return;
    for (const ForeignKey* key : keys_of(table.id))
      if (const Object* referenced = state_.find(key->referenced)) visit(*referenced);
    order.push_back(&table);
  };
  for (const auto& [id, object] : state_.objects)
    if (id.kind == Kind::table) visit(object);
  return order;
}

Recipe Seeder::recipe_of(const Object& table) const {
  Recipe recipe{.table = &table, .cells = {}, .keys = keys_of(table.id)};
  std::set<std::string> taken;
  for (const ForeignKey* key : recipe.keys) taken.insert(key->columns.begin(), key->columns.end());
  for (const Object* column : state_.columns_of(table.id)) {
    const auto& payload = std::get<Column>(column->payload);
    const bool counted = payload.default_value.text.find("nextval(") != std::string::npos;
    if (payload.identity || !payload.generated.empty() || counted || taken.contains(column->id.name)) continue;
    recipe.cells.push_back({.column = column, .candidates = values_.candidates(*column)});
  }
  return recipe;
}

/// A value for one column of a foreign key: from the same row of the referenced table for all of them.
std::string Seeder::key_value(const ForeignKey& key, std::size_t part, const ObjectId& table, int row,
                              int attempt) const {
  const std::string referenced = sql_name(key.referenced);
  const std::string column = quote_identifier(key.referenced_columns.at(part));
  const int offset = attempt == 0 ? row : static_cast<int>(scramble(row, attempt, 0) % rows_wanted);
  const std::string found = fmt::format(
      "(SELECT {0} FROM {1} ORDER BY {0} OFFSET {2} % GREATEST(1, (SELECT "
      "pg_catalog.count(*) FROM {1})) LIMIT 1)",
      column, referenced, offset);
  if (key.referenced != table) return found;
  // The first row of a table that references itself has only itself to point at.
  const Object* own = state_.find(column_id(table.schema, table.name, key.referenced_columns[part]));
  if (own == nullptr) return found;
  const std::vector<std::string> candidates = values_.candidates(*own).values;
  const auto* from = state_.find(column_id(table.schema, table.name, key.columns[part]));
  const bool nullable = from != nullptr && !std::get<Column>(from->payload).not_null;
  if (nullable || candidates.empty()) return found;
  return quote_literal(candidates[static_cast<std::size_t>(row) % candidates.size()]);
}

std::string Seeder::insert_statement(const Recipe& recipe, int row, int attempt) const {
  std::vector<std::string> columns;
  std::vector<std::string> values;
  for (std::size_t i = 0; i < recipe.cells.size(); ++i) {
    const Recipe::Cell& cell = recipe.cells[i];
    if (cell.candidates.values.empty()) continue;  // left to its default, or to NULL
    const auto position = static_cast<unsigned>(i + 1);
    columns.push_back(quote_identifier(cell.column->id.name));
    values.push_back(
        left_null(cell.column, row, attempt, position)
            ? "NULL"
            : quote_literal(cell.choose(static_cast<unsigned>(row), static_cast<unsigned>(attempt), position)));
  }
  std::set<std::string> given;
  for (const ForeignKey* key : recipe.keys)
    for (std::size_t part = 0; part < key->columns.size(); ++part) {
      if (!given.insert(key->columns[part]).second) continue;
      columns.push_back(quote_identifier(key->columns[part]));
      const Object* column = state_.find(column_id(recipe.table->id.schema, recipe.table->id.name, key->columns[part]));
      const bool null = left_null(column, row, attempt, static_cast<unsigned>(recipe.cells.size() + given.size()));
      values.push_back(null ? "NULL" : key_value(*key, part, recipe.table->id, row, attempt));
    }
  const std::string table = sql_name(recipe.table->id);
  if (columns.empty()) return fmt::format("INSERT INTO {} DEFAULT VALUES", table);
  return fmt::format("INSERT INTO {} ({}) OVERRIDING SYSTEM VALUE VALUES ({})", table, fmt::join(columns, ", "),
                     fmt::join(values, ", "));
}

/// "" when at least one row is in, else why not.
std::string Seeder::fill(const Object& table) {
  const Recipe recipe = recipe_of(table);
  std::string why;
  int made = 0;
  for (int row = 0; row < rows_wanted; ++row) {
    bool in = false;
    for (int attempt = 0; attempt < most_attempts && !in; ++attempt) {
      Result<db::Rows> inserted = site_.user().run(insert_statement(recipe, row, attempt));
      in = inserted.ok();
      if (!in) why = inserted.error().message;
      // A later row may not fit (a unique boolean); the first is worth more attempts.
      if (made > 0 && attempt > 8) break;
    }
    made += in ? 1 : 0;
    if (made == 0) return why;
  }
  return {};
}

bool Seeder::holds_rows(const ObjectId& table) {
  Result<db::Rows> rows = site_.superuser().run(fmt::format("SELECT EXISTS (SELECT FROM {})", sql_name(table)));
  return rows && rows->boolean(0, 0);
}

void Seeder::move_sequences(const std::set<ObjectId>& leave_alone) {
  constexpr const char* move =
      "SELECT pg_catalog.setval({0}, LEAST(seqmax, GREATEST(seqmin, seqstart + 40 * seqincrement))) FROM "
      "pg_catalog.pg_sequence WHERE seqrelid = {0}";
  for (const auto& [id, object] : state_.objects) {
    if (leave_alone.contains(id) || leave_alone.contains(table_id(id.schema, id.parent))) continue;
    std::string sequence;
    if (id.kind == Kind::sequence) sequence = quote_literal(sql_name(id));
    const auto* column = std::get_if<Column>(&object.payload);
    if (column && column->identity)
      sequence = fmt::format("pg_catalog.pg_get_serial_sequence({}, {})",
                             quote_literal(qualified(id.schema, id.parent)), quote_literal(id.name));
    if (!sequence.empty()) (void)site_.user().run(fmt::format(move, sequence + "::pg_catalog.regclass"));
  }
}

Result<Seeded> Seeder::run(const std::set<ObjectId>& leave_empty) {
  constexpr std::size_t most_waiting = 50;
  Seeded seeded;
  std::vector<std::pair<const Object*, std::string>> waiting;  // and why
  for (const Object* table : tables_in_order()) {
    const auto& payload = std::get<Table>(table->payload);
    if (payload.partition_of) continue;
    ++seeded.total;
    if (leave_empty.contains(table->id)) {
      seeded.not_seeded.push_back(sql_name(table->id) + ": made-up rows stand in the way of the change");
      continue;
    }
    if (std::string why = holds_rows(table->id) ? "" : fill(*table); why.empty())
      ++seeded.tables;
    else
      waiting.emplace_back(table, std::move(why));
  }
  // In a circle of foreign keys, or behind a trigger, a table may need rows of one that came later.
  for (std::size_t before = 0; before != waiting.size() && waiting.size() <= most_waiting;) {
    before = waiting.size();
    std::erase_if(waiting, [&](auto& table) { return (table.second = fill(*table.first)).empty(); });
    seeded.tables += static_cast<int>(before - waiting.size());
  }
  for (const auto& [table, why] : waiting) seeded.not_seeded.push_back(sql_name(table->id) + ": " + why);
  move_sequences(leave_empty);
  return seeded;
}

}  // namespace

Result<Seeded> seed(Site& site, const Catalog& state, const Catalog& next, const std::set<ObjectId>& leave_empty) {
  return Seeder(site, state, next).run(leave_empty);
}

}  // namespace trueup::verify
