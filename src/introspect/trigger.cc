#include "introspect/attributes.h"
#include "introspect/expression_list.h"
#include "introspect/steps.h"
#include "model/enabled.h"

namespace trueup::introspect {

namespace {

// Before version 15 the triggers that a partition has from its parent count as internal.
std::string query(const Context& context) {
  return std::string(
             "SELECT t.oid, t.tgrelid, t.tgname, t.tgtype, t.tgattr, t.tgconstraint <> 0, t.tgdeferrable, "
             "t.tginitdeferred, t.tgconstrrelid, t.tgoldtable, t.tgnewtable, n.nspname, p.proname, encode(t.tgargs, "
             "'hex'), "
             "t.tgenabled, t.tgparentid, CASE WHEN t.tgqual IS NOT NULL THEN pg_get_triggerdef(t.oid, false) END "
             "FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid "
             "JOIN pg_namespace n ON n.oid = p.pronamespace WHERE c.relnamespace = ANY ($schemas) AND ") +
         (context.since(15) ? "NOT t.tgisinternal" : "(NOT t.tgisinternal OR t.tgparentid <> 0)");
}

// Bits of tgtype.
constexpr int for_row = 1;
constexpr int before = 2;
constexpr int insert = 4;
constexpr int remove = 8;
constexpr int update = 16;
constexpr int truncate = 32;
constexpr int instead = 64;

std::vector<std::string> events(int type) {
  std::vector<std::string> events;
  if ((type & insert) != 0) events.emplace_back("insert");
  if ((type & remove) != 0) events.emplace_back("delete");
  if ((type & update) != 0) events.emplace_back("update");
  if ((type & truncate) != 0) events.emplace_back("truncate");
  return events;
}

/// tgargs: strings in hexadecimal digits, each ended by a zero byte.
std::vector<std::string> arguments(std::string_view hex) {
  std::vector<std::string> arguments;
  std::string argument;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    int byte = 0;
    std::from_chars(hex.data() + i, hex.data() + i + 2, byte, 16);
    if (byte != 0) {
      argument += static_cast<char>(byte);
    } else {
      arguments.push_back(std::move(argument));
      argument.clear();
    }
  }
  return arguments;
}

/// What stands between the parentheses of WHEN in pg_get_triggerdef; pg_get_expr cannot print OLD and NEW.
std::string when(std::string_view definition) {
  constexpr std::string_view keyword = " WHEN (";
  const std::size_t start = find_outside(definition, keyword);
  if (start == std::string_view::npos) return {};
  const std::size_t open = start + keyword.size() - 1;
  return std::string(definition.substr(open + 1, token_end(definition, open) - open - 2));
}

void fold(Context& context, const db::Rows& rows) {
  std::vector<std::pair<ObjectId, Oid>> inherited;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const Relation* relation = context.managed(row.oid());
    if (relation == nullptr) continue;
    Object object{
        .id = {.kind = Kind::trigger, .schema = relation->id.schema, .parent = relation->id.name, .name = row.text()}};
    const int type = row.small();
    Trigger trigger{.timing = (type & before) != 0    ? "before"
                              : (type & instead) != 0 ? "instead of"
                                                      : "after",
                    .events = events(type)};
    for (const std::int64_t number : row.numbers()) trigger.update_columns.push_back(relation->column(number));
    trigger.for_each_row = (type & for_row) != 0;
    trigger.constraint = row.boolean();
    trigger.deferrable = row.boolean();
    trigger.initially_deferred = row.boolean();
    if (const auto from = context.relations.find(row.oid()); from != context.relations.end())
      trigger.from_table = from->second.id;
    trigger.old_table = row.text();
    trigger.new_table = row.text();
    trigger.function = {.kind = Kind::function, .schema = row.text(), .name = row.text()};
    trigger.arguments = arguments(row.view());
    trigger.enabled = enabled_word(row.character());
    if (const Oid parent = row.oid(); parent != 0) inherited.emplace_back(object.id, parent);
    trigger.when.text = when(row.view());
    object.payload = std::move(trigger);
    context.add({pg_trigger, oid, 0}, std::move(object));
  }
  for (const auto& [id, parent] : inherited)
    if (const Object* source = context.object_at({pg_trigger, parent, 0}))
      context.catalog.find(id)->inherited_from = source->id;
}

}  // namespace

const Step trigger_step = {.what = "triggers", .query = query, .fold = fold};

}  // namespace trueup::introspect
