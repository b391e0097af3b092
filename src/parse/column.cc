#include "parse/column.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/quote.h"
#include "parse/acl.h"
#include "parse/expression.h"
#include "parse/foreign.h"
#include "parse/grammar.h"
#include "parse/implied_name.h"
#include "parse/not_null.h"
#include "parse/sequence.h"
#include "parse/storage_parameters.h"
#include "parse/type_name.h"

namespace trueup::parse {

namespace {

// serial: a sequence of the column's type that the column owns, and a default that draws from it.
void make_serial(const Step& step, const ObjectId& table, std::string_view column, std::string_view type,
                 Column& target) {
  const std::string name = choose_relation_name(step.fold, table.schema, table.name, column, "seq", false);
  StatedSequence sequence = new_sequence(step, {}, type);
  const ObjectId id{.kind = Kind::sequence, .schema = table.schema, .parent = {}, .name = name, .signature = {}};
  Sequence payload{.options = sequence.options,
                   .unlogged = step.fold.table(table) && step.fold.table(table)->unlogged,
                   .owned_by = column_id(table.schema, table.name, column)};
  if (Object* object = step.define(id, std::move(payload))) apply_default_acl(step, *object);
  target.default_value.text = fmt::format("nextval({}::regclass)", quote_literal(qualified(table.schema, name)));
  target.default_value.search_path = step.path();
  target.not_null = true;
}

const PgQuery__Constraint* constraint_of(const Node* node) {
  return node->node_case == PG_QUERY__NODE__NODE_CONSTRAINT ? node->constraint : nullptr;
}

// DEFERRABLE and INITIALLY DEFERRED stand behind the constraint they belong to.
void attach_deferrability(StatedConstraint& constraint, int type) {
  if (type == PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_DEFERRABLE) constraint.deferrable = true;
  if (type == PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_DEFERRED) {
    constraint.deferrable = true;
    constraint.initially_deferred = true;
  }
}

// A tree from before version 18 has no such node. The number would not be the same in another grammar, the name is.
bool says_not_enforced(const PgQuery__Constraint& node) {
  return word_of_field(node.base, "contype") == "CONSTR_ATTR_NOT_ENFORCED";
}

// One pass over a column's constraint list.
struct ColumnConstraints {
  const Step& step;
  Column& column;
  std::string name;
  std::vector<StatedConstraint> found;
  const PgQuery__Constraint* identity = nullptr;

  void take(const PgQuery__Constraint& node) {
    switch (static_cast<int>(node.contype)) {
      case PG_QUERY__CONSTR_TYPE__CONSTR_NOTNULL:
        column.not_null = true;
        column.not_null_constraint = not_null_constraint(step, node);
        break;
      case PG_QUERY__CONSTR_TYPE__CONSTR_DEFAULT:
        column.default_value = expression_of(step, node.raw_expr);
        break;
      case PG_QUERY__CONSTR_TYPE__CONSTR_GENERATED:
        column.generated = expression_of(step, node.raw_expr);
        column.is_virtual = is_virtual(node);
        break;
      case PG_QUERY__CONSTR_TYPE__CONSTR_IDENTITY:
        identity = &node;
        break;
      case PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY:
      case PG_QUERY__CONSTR_TYPE__CONSTR_UNIQUE:
      case PG_QUERY__CONSTR_TYPE__CONSTR_EXCLUSION:
      case PG_QUERY__CONSTR_TYPE__CONSTR_CHECK:
      case PG_QUERY__CONSTR_TYPE__CONSTR_FOREIGN:
        found.push_back({.node = &node,
                         .column = name,
                         .deferrable = static_cast<bool>(node.deferrable),
                         .initially_deferred = static_cast<bool>(node.initdeferred),
                         .not_enforced = is_not_enforced(node)});
        break;
      default:
        if (found.empty()) break;
        attach_deferrability(found.back(), static_cast<int>(node.contype));
        found.back().not_enforced |= says_not_enforced(node);
    }
  }
};

std::string compression_of(std::string_view stated) { return stated == "default" ? "" : std::string(stated); }

void add_to(StatedConstraints& stated, StatedConstraint constraint) {
  const int type = static_cast<int>(constraint.node->contype);
  if (type == PG_QUERY__CONSTR_TYPE__CONSTR_NOTNULL)
    stated.not_nulls.push_back(constraint.node);
  else if (type == PG_QUERY__CONSTR_TYPE__CONSTR_CHECK)
    stated.checks.push_back(std::move(constraint));
  else if (type == PG_QUERY__CONSTR_TYPE__CONSTR_FOREIGN)
    stated.foreign_keys.push_back(std::move(constraint));
  else
    stated.keys.push_back(std::move(constraint));
}

// A column of CREATE TABLE … INHERITS that a parent has, too: what is stated here goes on top.
Object* merge_column(const Step& step, Object& inherited, const Column& stated) {
  auto& column = std::get<Column>(inherited.payload);
  if (stated.not_null) restate_not_null(step, inherited, stated.not_null_constraint);
  if (!stated.default_value.empty()) column.default_value = stated.default_value;
  if (!stated.generated.empty()) {
    column.generated = stated.generated;
    column.is_virtual = stated.is_virtual;
  }
  if (!stated.storage.empty()) column.storage = stated.storage;
  if (!stated.compression.empty()) column.compression = stated.compression;
  for (const auto& [name, option] : stated.foreign_options) column.foreign_options[name] = option;
  return &inherited;
}

}  // namespace

void state_constraint(const PgQuery__Constraint& constraint, StatedConstraints& stated) {
  add_to(stated, {.node = &constraint,
                  .column = {},
                  .deferrable = static_cast<bool>(constraint.deferrable),
                  .initially_deferred = static_cast<bool>(constraint.initdeferred),
                  .not_enforced = is_not_enforced(constraint)});
}

std::string storage_of(std::string_view stated, std::string_view type) {
  static constexpr std::pair<std::string_view, std::string_view> letters[] = {
      {"p", "plain"}, {"m", "main"}, {"e", "external"}, {"x", "extended"}};
  std::string mode(stated);
  std::transform(mode.begin(), mode.end(), mode.begin(), [](unsigned char c) { return std::tolower(c); });
  for (const auto& [letter, word] : letters)
    if (mode == letter) mode = word;
  return mode == "default" || mode == default_storage(type) ? "" : mode;
}

Object* add_column(const Step& step, const ObjectId& table, std::string_view name, Column column, int node_location) {
  int last = 0;
  for (const Object* other : step.fold.parts(Kind::column, table))
    last = std::max(last, std::get<Column>(other->payload).position);
  column.position = last + 1;
  return step.define(column_id(table.schema, table.name, name), std::move(column), node_location);
}

void make_identity(const Step& step, const ObjectId& table, Object& object, const PgQuery__Constraint& constraint) {
  auto& column = std::get<Column>(object.payload);
  StatedSequence stated = new_sequence(step, nodes(constraint.n_options, constraint.options), column.type);
  stated.options.type = column.type;
  column.identity =
      Identity{.generation = *constraint.generated_when == 'a' ? "always" : "by default", .options = stated.options};
  column.not_null = true;
  if (stated.name.empty())
    stated.name = choose_relation_name(step.fold, table.schema, table.name, object.id.name, "seq", false);
  name_identity(step, object, stated.name);
}

void name_identity(const Step& step, Object& column, const std::string& name) {
  Identity& identity = *std::get<Column>(column.payload).identity;
  step.fold.add_identity_sequence(name, column.id);
  identity.sequence = name;
  Object sequence{
      .id = {.kind = Kind::sequence, .schema = column.id.schema, .parent = {}, .name = name, .signature = {}},
      .payload = Sequence{},
      .owner = {},
      .comment = {},
      .acl = {},
      .inherited_from = {},
      .references = {},
      .origin = {}};
  apply_default_acl(step, sequence);
  identity.acl = std::move(sequence.acl);
  identity.comment.clear();
}

void define_column(const Step& step, const ObjectId& table, const PgQuery__ColumnDef& definition,
                   StatedConstraints& stated) {
  const std::string name = cut_identifier(definition.colname);
  Column column;
  if (definition.type_name) {
    const std::string serial = serial_type(*definition.type_name);
    column.type = serial.empty() ? type_text(step, *definition.type_name) : serial;
    if (!serial.empty()) make_serial(step, table, name, serial, column);
  } else if (const Column* inherited = step.fold.column(table, name)) {
    column.type = inherited->type;  // OF type and PARTITION OF: only options are stated
  }
  if (definition.coll_clause)
    column.collation =
        collation_text(step, nodes(definition.coll_clause->n_collname, definition.coll_clause->collname));
  column.storage = storage_of(stated_storage(definition), column.type);
  column.compression = compression_of(definition.compression);
  column.foreign_options = foreign_options(nodes(definition.n_fdwoptions, definition.fdwoptions));
  column.not_null |= static_cast<bool>(definition.is_not_null);
  ColumnConstraints constraints{.step = step, .column = column, .name = name, .found = {}};
  for (const Node* node : nodes(definition.n_constraints, definition.constraints))
    if (const PgQuery__Constraint* constraint = constraint_of(node)) constraints.take(*constraint);
  Object* inherited = step.fold.catalog.find(column_id(table.schema, table.name, name));
  const bool merge = inherited && (inherited->inherited_from || !definition.type_name);
  Object* object =
      merge ? merge_column(step, *inherited, column) : add_column(step, table, name, column, definition.location);
  if (object && constraints.identity) make_identity(step, table, *object, *constraints.identity);
  for (StatedConstraint& constraint : constraints.found) add_to(stated, std::move(constraint));
}

void unknown_column(const Step& step, const ObjectId& table, std::string_view name, int node_location) {
  step.error("unknown-name", fmt::format("{} has no column {}", to_string(table), quote_identifier(name)),
             node_location);
}

}  // namespace trueup::parse
