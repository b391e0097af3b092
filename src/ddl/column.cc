#include "ddl/column.h"

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/column_type.h"
#include "ddl/foreign_options.h"
#include "ddl/identity.h"
#include "ddl/kinds.h"
#include "ddl/not_null.h"
#include "ddl/text.h"
#include "model/encode.h"

namespace trueup::ddl {

namespace {

std::string alter_column(const Object& column) { return alter_parent(column) + " ALTER COLUMN " + sql_name(column.id); }

}  // namespace

Statement set_default(const Object& column) {
  return statement(alter_column(column) + " SET DEFAULT " + as<Column>(column).default_value.text);
}

Statement drop_default(const Object& column) { return statement(alter_column(column) + " DROP DEFAULT"); }

std::string column_definition(const Object& object, WithDefault with_default) {
  const Column& column = as<Column>(object);
  std::string text = sql_name(object.id) + " " + column.type;
  Secrets secrets;
  text += with_foreign_options(column.foreign_options, secrets);
  if (!column.collation.empty()) text += " COLLATE " + column.collation;
  if (!column.default_value.empty() && with_default == WithDefault::yes)
    text += " DEFAULT " + default_expression(column.default_value);
  if (!column.generated.empty())
    text += " GENERATED ALWAYS AS (" + column.generated.text + (column.is_virtual ? ") VIRTUAL" : ") STORED");
  text += not_null_clause(object);
  if (column.identity) text += " " + identity_clause(object);
  return text;
}

namespace {

Statement set_storage(const Object& column, const std::string& storage) {
  return statement(alter_column(column) + " SET STORAGE " + storage);
}

Statement set_compression(const Object& column) {
  const std::string& method = as<Column>(column).compression;
  return statement(alter_column(column) + " SET COMPRESSION " + (method.empty() ? "default" : method));
}

Statement set_statistics(const Object& column) {
  return statement(alter_column(column) + " SET STATISTICS " + std::to_string(as<Column>(column).statistics_target));
}

}  // namespace

Statements storage_and_compression(const Object& object) {
  const Column& column = as<Column>(object);
  Statements statements;
  if (!column.storage.empty()) statements.push_back(set_storage(object, column.storage));
  if (!column.compression.empty()) statements.push_back(set_compression(object));
  return statements;
}

Statements column_extras(const Object& object, const Context& context) {
  const Column& column = as<Column>(object);
  Statements statements = storage_and_compression(object);
  if (column.statistics_target != -1) statements.push_back(set_statistics(object));
  append(statements, change_options(alter_column(object), {}, column.options));
  append(statements, not_null_extras(object));
  append(statements, attributes_after_create(object, context));
  append(statements, identity_extras(object, context));
  return statements;
}

namespace {

Statement set_not_null(const Object& column) { return statement(alter_column(column) + " SET NOT NULL"); }

Statements create(const Object& object, const Context& context) {
  Statements statements = {
      statement(alter_parent(object) + " ADD COLUMN " + column_definition(object, WithDefault::yes))};
  append(statements, column_extras(object, context));
  return statements;
}

/// A generated column's values can be computed again: nothing is destroyed with it.
Statements drop(const Object& object, const Context& context) {
  Statement drop = statement(alter_parent(object) + " DROP COLUMN " + sql_name(object.id));
  if (as<Column>(object).generated.empty() && !is_foreign(object, context.from))
    drop.destroys = {.hazard = "drop-column", .what = to_string(object.id)};
  return {drop};
}

/// What has to go before a column that was identity or generated takes a default or nulls again.
Statements become_plain(const Object& from, const Object& to) {
  const Column& old = as<Column>(from);
  const Column& now = as<Column>(to);
  if (old.identity && !now.identity) return {drop_identity(to)};
  if (!old.generated.empty() && now.generated.empty()) return {statement(alter_column(to) + " DROP EXPRESSION")};
  return {};
}

Statement say_default(const Object& column, const Context&) {
  return as<Column>(column).default_value.empty() ? drop_default(column) : set_default(column);
}

Statement say_storage(const Object& column, const Context& context) {
  const std::string& storage = as<Column>(column).storage;
  return set_storage(column, storage.empty() ? default_storage(as<Column>(column).type, context.to) : storage);
}

Statement say_statistics(const Object& column, const Context&) { return set_statistics(column); }

/// An aspect of a column that ALTER on a parent's column sets in the children as well.
struct Aspect {
  bool (*differs)(const Column& child, const Column& parent);
  Statement (*say)(const Object& column, const Context& context);
};

constexpr Aspect defaults = {
    .differs = [](const Column& a, const Column& b) { return !same(a.default_value, b.default_value); },
    .say = say_default};
constexpr Aspect not_null = {.differs = [](const Column& a, const Column& b) { return a.not_null != b.not_null; },
                             .say = [](const Object& column, const Context&) { return say_not_null(column); }};
constexpr Aspect storage = {.differs = [](const Column& a, const Column& b) { return a.storage != b.storage; },
                            .say = say_storage};
constexpr Aspect statistics = {
    .differs = [](const Column& a, const Column& b) { return a.statistics_target != b.statistics_target; },
    .say = say_statistics};

/// Calls `visit(child, parent)` for the desired state of every column below `id` that is below it on both ends, from
/// the top down.
template <class F>
void each_descendant(const ObjectId& id, const Context& context, F visit) {
  const Object* parent = context.to.find(id);
  if (parent == nullptr) return;
  for (const auto& [child_id, child] : context.to.objects) {
    if (child_id.kind != Kind::column || child.inherited_from != id) continue;
    const Object* before = context.from.find(child_id);
    if (before == nullptr || before->inherited_from != id) continue;
    visit(child, *parent);
    each_descendant(child_id, context, visit);
  }
}

/// Children that want something else than their parent, for a statement that has just reached them all.
Statements restore_children(const ObjectId& id, const Aspect& aspect, const Context& context) {
  Statements statements;
  each_descendant(id, context, [&](const Object& child, const Object& parent) {
    if (aspect.differs(as<Column>(child), as<Column>(parent))) statements.push_back(aspect.say(child, context));
  });
  return statements;
}

Statements alter_default(const Object& from, const Object& to, const Context& context) {
  Statements statements = become_plain(from, to);
  statements.push_back(say_default(to, context));
  append(statements, restore_children(to.id, defaults, context));
  return statements;
}

Statements alter_not_null(const Object& from, const Object& to, const Context& context) {
  Statements statements = become_plain(from, to);
  statements.push_back(say_not_null(to));
  append(statements, restore_children(to.id, not_null, context));
  return statements;
}

/// A default must be gone and NOT NULL must hold before a column becomes identity.
Statements alter_identity(const Object& from, const Object& to, const Context& context) {
  const Column& old = as<Column>(from);
  const Column& now = as<Column>(to);
  Statements statements;
  if (now.identity && !old.identity) {
    if (!old.default_value.empty()) statements.push_back(drop_default(to));
    if (!old.not_null) statements.push_back(set_not_null(to));
  }
  append(statements, change_identity(from, to, context));
  return statements;
}

bool has_checks(const Object& column, const Context& context) {
  return !context.from.children(Kind::check, column.id.schema, column.id.parent).empty() ||
         !context.to.children(Kind::check, column.id.schema, column.id.parent).empty();
}

/// A plain column cannot become generated; a generated one can become plain, and from 17 on change its expression
/// (where values are not stored: unless a check might be broken by it).
Change how_generated(const Object& from, const Object& to, const Context& context) {
  if (as<Column>(to).generated.empty()) return as<Column>(from).is_virtual ? Change::rebuild : Change::alter;
  const bool was_generated =
      !as<Column>(from).generated.empty() && as<Column>(from).is_virtual == as<Column>(to).is_virtual;
  if (was_generated && as<Column>(to).is_virtual && has_checks(from, context)) return Change::rebuild;
  return was_generated && context.to.server_version >= 170000 ? Change::alter : Change::rebuild;
}

Statements alter_generated(const Object& from, const Object& to, const Context&) {
  const Expression& generated = as<Column>(to).generated;
  if (generated.empty()) return become_plain(from, to);
  return {statement(alter_column(to) + " SET EXPRESSION AS (" + generated.text + ")")};
}

/// Storage and compression of a column and all below it, which have just got a new type.
Statements physical_of_all(const Object& column, const Context& context) {
  Statements statements = storage_and_compression(column);
  append(statements, restore_children(column.id, storage, context));
  each_descendant(column.id, context, [&](const Object& child, const Object&) {
    if (!as<Column>(child).compression.empty()) statements.push_back(set_compression(child));
  });
  return statements;
}

Statements alter_type(const Object& from, const Object& to, const Context& context) {
  const Column& old = as<Column>(from);
  const Column& now = as<Column>(to);
  Statements statements = become_plain(from, to);
  const bool had_default = !old.default_value.empty();
  const bool has_default = !now.default_value.empty() && !now.identity;
  if (had_default) statements.push_back(drop_default(to));
  statements.push_back(change_column_type(from, to, context));
  if (has_default) statements.push_back(set_default(to));
  if (had_default || has_default) append(statements, restore_children(to.id, defaults, context));
  append(statements, physical_of_all(to, context));
  return statements;
}

/// USING is not allowed on a generated column: only types that convert by themselves change in place.
Change how_type(const Object& from, const Object& to, const Context&) {
  const bool generated = !as<Column>(from).generated.empty() && !as<Column>(to).generated.empty();
  return generated && needs_using(as<Column>(from).type, as<Column>(to).type) ? Change::rebuild : Change::alter;
}

Statements alter_storage(const Object&, const Object& to, const Context& context) {
  Statements statements = {say_storage(to, context)};
  append(statements, restore_children(to.id, storage, context));
  return statements;
}

Statements alter_compression(const Object&, const Object& to, const Context&) { return {set_compression(to)}; }

Statements alter_statistics(const Object&, const Object& to, const Context& context) {
  Statements statements = {say_statistics(to, context)};
  append(statements, restore_children(to.id, statistics, context));
  return statements;
}

Statements alter_options(const Object& from, const Object& to, const Context&) {
  return change_options(alter_column(to), as<Column>(from).options, as<Column>(to).options);
}

Statements alter_foreign_options(const Object& from, const Object& to, const Context&) {
  return change_foreign_options(alter_column(to), as<Column>(from).foreign_options, as<Column>(to).foreign_options);
}

constexpr FieldRule fields[] = {
    {.field = "type", .alter = alter_type, .how = how_type, .disturbs_dependents = true},
    {.field = "collation", .alter = alter_type, .how = how_type, .disturbs_dependents = true},
    {.field = "default", .alter = alter_default},
    {.field = "not_null", .alter = alter_not_null},
    {.field = "not_null_name", .alter = alter_not_null_name},
    {.field = "not_null_no_inherit", .alter = alter_not_null_no_inherit},
    {.field = "not_null_not_valid", .alter = alter_not_null_not_valid},
    {.field = "not_null_comment", .alter = alter_not_null_comment, .reaches_children = false},
    {.field = "identity", .alter = alter_identity},
    {.field = "generated", .alter = alter_generated, .how = how_generated},
    {.field = "virtual", .alter = nullptr},
    {.field = "storage", .alter = alter_storage},
    {.field = "compression", .alter = alter_compression, .reaches_children = false},
    {.field = "statistics_target", .alter = alter_statistics},
    {.field = "options", .alter = alter_options, .reaches_children = false},
    {.field = "foreign_options", .alter = alter_foreign_options, .reaches_children = false},
};

}  // namespace

Statements inherited_column_extras(const Object& object, const Context& context, WithDefault with_default) {
  const Object* parent = object.inherited_from ? context.to.find(*object.inherited_from) : nullptr;
  const Column& column = as<Column>(object);
  const Column from_parent = parent != nullptr ? as<Column>(*parent) : Column{};
  const bool brings_default = !from_parent.default_value.empty();
  const bool wants_default = !column.default_value.empty() && with_default == WithDefault::yes;
  Statements statements;
  if (wants_default && !(brings_default && same(column.default_value, from_parent.default_value)))
    statements.push_back(set_default(object));
  if (!wants_default && brings_default && column.generated.empty()) statements.push_back(drop_default(object));
  const bool brings_not_null = from_parent.not_null && !from_parent.not_null_constraint.no_inherit;
  if (column.not_null && !brings_not_null) statements.push_back(say_not_null(object));
  if (column.storage != from_parent.storage) statements.push_back(say_storage(object, context));
  if (column.compression != from_parent.compression) statements.push_back(set_compression(object));
  if (column.statistics_target != -1) statements.push_back(set_statistics(object));
  append(statements, change_options(alter_column(object), {}, column.options));
  append(statements, change_foreign_options(alter_column(object), {}, column.foreign_options));
  if (!column.not_null_constraint.comment.empty()) append(statements, alter_not_null_comment(object, object, context));
  append(statements, attributes_after_create(object, context));
  return statements;
}

constinit const KindRules column_rules = {
    .kind = Kind::column, .weight = 120, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
