#include <fmt/format.h>

#include "random/expression.h"
#include "random/pieces/pieces.h"

namespace trueup::random {

namespace {

std::string identity(Pen& pen) {
  std::string text = fmt::format(" GENERATED {} AS IDENTITY", pen.choose("identity", {"ALWAYS", "BY DEFAULT"}));
  const std::string options =
      pen.choose("identity options", {"", "START WITH 100", "INCREMENT BY 2 CACHE 5", "MAXVALUE 30000 CYCLE"}, 4);
  return options.empty() ? text : fmt::format("{} ({})", text, options);
}

/// DEFAULT, GENERATED or nothing, as the type allows.
std::string filled(Pen& pen, const Made& table, Column& column) {
  const std::string how = pen.choose("filled", {"", "default", "sequence", "generated", "identity"}, 2);
  const bool whole = column.type.text == "integer" || column.type.text == "bigint" || column.type.text == "smallint";
  if (how == "identity" && whole && !table.marks.contains("child") && table.sort == "table" &&
      !pen.scene().find(table.parent) && table.children.empty() && table.strategy.empty())
    return identity(pen);
  if (how == "generated" && table.parent == 0 && table.children.empty()) {
    Columns others;
    for (const Column& other : table.columns)
      if (!other.generated && !other.key) others.push_back(other);
    if (!others.empty()) {
      column.generated = true;
      return fmt::format(" GENERATED ALWAYS AS ({}) STORED",
                         value(pen, "generated", column.type, others, "", Use::immutable));
    }
  }
  if (how == "sequence" && whole)
    if (const Made* sequence = pen.pick("sequence", of_sort({"sequence"})))
      return fmt::format(" DEFAULT nextval('{}'::regclass)", in(sequence->schema, sequence->name));
  if (how.empty() || how == "generated") return {};
  if (!column.type.fresh.empty() && pen.flag("fresh", 2))
    return fmt::format(" DEFAULT {}", pen.choose("fresh call", column.type.fresh));
  return fmt::format(" DEFAULT {}", value(pen, "default", column.type, {}, "", Use::scalar));
}

std::string serial(const Column& column) {
  return column.type.text == "bigint" ? "bigserial" : column.type.text == "smallint" ? "smallserial" : "serial";
}

void alter_column(Pen& pen, const Made& table, const Column& column) {
  const std::string alter = fmt::format("ALTER TABLE {} ALTER COLUMN {} ", table.sql, quoted(column.name));
  const bool wide = column.type.text == "text" || column.type.text == "jsonb" || column.type.text == "bytea";
  if (wide && table.sort == "table")
    if (const std::string storage = pen.choose("storage", {"", "EXTERNAL", "MAIN", "PLAIN"}, 8); !storage.empty())
      pen.add(alter + "SET STORAGE " + storage);
  if (wide && pen.scene().version >= 140000 && table.sort == "table" && pen.flag("compression", 10))
    pen.add(alter + "SET COMPRESSION pglz");
  // Where nothing is wide enough for a TOAST table, the server forgets such options.
  if (column.type.text == "text" && table.sort == "table" && table.strategy.empty() && pen.flag("toast", 16) &&
      pen.scene().taken.insert(fmt::format("toast {}", table.uid)).second)
    pen.add(fmt::format("ALTER TABLE {} SET (toast.autovacuum_enabled = off)", table.sql));
  if (pen.flag("target", 10)) pen.add(alter + "SET STATISTICS 500");
  if (pen.flag("distinct", 16)) pen.add(alter + "SET (n_distinct = 5)");
  const std::string name = fmt::format("{}.{}", table.sql, quoted(column.name));
  pen.comment("COLUMN " + name);
  if (table.marks.contains("owned")) return;  // as Pen::dress
  for (const char* slot : {"column grant", "column grant 2"})
    if (const Made* role = pen.maybe(slot, 8, of_sort({"role"})))
      pen.add(fmt::format("GRANT {0} ({1}) ON {2} TO {3}",
                          pen.choose(std::string(slot) + " what", {"SELECT", "UPDATE", "INSERT", "REFERENCES"}),
                          quoted(column.name), table.sql, role->sql));
}

}  // namespace

bool write_column(Pen& pen) {
  Made* table = pen.pick("table", [](const Made& made) {
    return (made.sort == "table" || made.sort == "foreign table") && !made.marks.contains("partition") &&
           !made.marks.contains("typed");
  });
  if (table == nullptr) return false;
  Column column{.type = any_type(pen, "type")};
  const Made* root = table;
  each_above(pen.scene(), *table, [&](const Made& above) { root = &above; });
  column.name = pen.name("c", fmt::format("column {} ", root->uid));
  std::string element = quoted(column.name);
  const bool whole = column.type.text == "integer" || column.type.text == "bigint" || column.type.text == "smallint";
  if (whole && table->sort == "table" && pen.flag("serial", 6)) {
    element += " " + serial(column);
  } else {
    element += " " + spelled(pen, "type", column.type);
    if (column.type.category == 's')
      if (const Made* collation = pen.maybe("collation", 8, of_sort({"collation"})))
        element += " COLLATE " + collation->sql;
    element += filled(pen, *table, column);
    if (pen.flag("not null", 4)) element += " NOT NULL";
  }
  add_element(pen, *table, element);
  alter_column(pen, *table, column);
  each_below(pen.scene(), *table, [&](Made& below) { below.columns.push_back(column); });
  return true;
}

}  // namespace trueup::random
