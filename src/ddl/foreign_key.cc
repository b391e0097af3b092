#include <algorithm>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/constraint.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

/// The list, with PERIOD before the last one of a temporal key.
std::string columns(const ForeignKey& key, const std::vector<std::string>& list) {
  if (!key.period || list.empty()) return names(list);
  const std::string others = names({list.begin(), list.end() - 1});
  return others + (others.empty() ? "PERIOD " : ", PERIOD ") + quote_identifier(list.back());
}

std::string definition(const ForeignKey& key) {
  std::string text = "FOREIGN KEY (" + columns(key, key.columns) + ") REFERENCES " + sql_name(key.referenced) + " (" +
                     columns(key, key.referenced_columns) + ")";
  if (key.match != "simple") text += " MATCH " + upper(key.match);
  if (key.on_update != "no action") text += " ON UPDATE " + upper(key.on_update);
  if (key.on_delete != "no action") text += " ON DELETE " + upper(key.on_delete);
  if (!key.on_delete_columns.empty()) text += " (" + names(key.on_delete_columns) + ")";
  text += deferrability(key.deferrable, key.initially_deferred);
  if (key.not_enforced) text += " NOT ENFORCED";
  if (key.not_valid) text += " NOT VALID";
  return text;
}

Statements create(const Object& object, const Context& context) {
  Statements statements = {add_constraint(object, definition(as<ForeignKey>(object)))};
  append(statements, attributes_after_create(object, context));
  return statements;
}

/// Both properties in full: ALTER CONSTRAINT takes what is left out as its default.
Statements alter_deferrability(const Object&, const Object& to, const Context&) {
  const ForeignKey& key = as<ForeignKey>(to);
  const std::string_view mode = !key.deferrable          ? " NOT DEFERRABLE"
                                : key.initially_deferred ? " DEFERRABLE INITIALLY DEFERRED"
                                                         : " DEFERRABLE INITIALLY IMMEDIATE";
  return {statement(alter_parent(to) + " ALTER CONSTRAINT " + sql_name(to.id) + std::string(mode))};
}

/// A constraint can become valid, never invalid again.
Change how_not_valid(const Object&, const Object& to, const Context&) {
  return as<ForeignKey>(to).not_valid ? Change::rebuild : Change::alter;
}

/// What becomes enforced becomes valid by it.
Change how_not_enforced(const Object&, const Object& to, const Context&) {
  return as<ForeignKey>(to).not_valid ? Change::rebuild : Change::alter;
}

Statements alter_not_enforced(const Object&, const Object& to, const Context&) {
  return {statement(alter_parent(to) + " ALTER CONSTRAINT " + sql_name(to.id) +
                    (as<ForeignKey>(to).not_enforced ? " NOT ENFORCED" : " ENFORCED"))};
}

Statements alter_not_valid(const Object& from, const Object& to, const Context& context) {
  if (as<ForeignKey>(to).not_enforced) return {};  // said by that
  return validate_constraint(from, to, context);
}

constexpr FieldRule fields[] = {
    {.field = "columns", .alter = nullptr},
    {.field = "referenced", .alter = nullptr},
    {.field = "referenced_columns", .alter = nullptr},
    {.field = "period", .alter = nullptr},
    {.field = "match", .alter = nullptr},
    {.field = "on_update", .alter = nullptr},
    {.field = "on_delete", .alter = nullptr},
    {.field = "on_delete_columns", .alter = nullptr},
    {.field = "deferrable", .alter = alter_deferrability},
    {.field = "initially_deferred", .alter = alter_deferrability},
    {.field = "not_valid", .alter = alter_not_valid, .how = how_not_valid},
    {.field = "not_enforced", .alter = alter_not_enforced, .how = how_not_enforced},
};

}  // namespace

constinit const KindRules foreign_key_rules = {
    .kind = Kind::foreign_key, .weight = 180, .create = create, .drop = drop_constraint, .fields = fields};

}  // namespace trueup::ddl
