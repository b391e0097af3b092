#include "canonical/renamer.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "base/quote.h"
#include "canonical/analyzer.h"
#include "canonical/type_text.h"
#include "parse/node.h"

namespace trueup::canonical {

void Renamer::note_relation(const PgQuery__RangeVar& node, const RangeEntry& entry) {
  relations_.emplace_back(const_cast<PgQuery__RangeVar*>(&node), &entry);
}

void Renamer::note_column(const PgQuery__ColumnRef& node, const Expr& meaning) {
  if (meaning.op != Op::column || !meaning.entry) return;
  columns_.push_back({const_cast<PgQuery__ColumnRef*>(&node), meaning.entry, meaning.index});
}

void Renamer::note_target(const PgQuery__ResTarget& target, const std::string& name) {
  if (!*target.name) targets_.emplace_back(const_cast<PgQuery__ResTarget*>(&target), name);
}

void Renamer::note_using(const Expr* column) {
  if (column && column->op == Op::column && column->entry && column->entry->kind == RangeEntry::Kind::relation)
    pinned_.insert(column->entry);
}

// The structs own their strings by malloc, as protobuf-c unpacks them.
void Renamer::set(char*& text, const std::string& now) {
  if (now == text) return;
  if (*text) std::free(text);  // protobuf-c's empty string is nobody's
  text = strndup(now.data(), now.size());
  changed_ = true;
}

void Renamer::set(PgQuery__Node* name, const std::string& now) { set(name->string->sval, now); }

void Renamer::set_name(std::size_t count, PgQuery__Node* const* names, const std::string& schema,
                       const std::string& name) {
  if (count < 2) return;
  set(names[count - 2], schema);
  set(names[count - 1], name);
}

/// What the relation that an entry reads is called; nullptr for everything else.
static const ObjectId* relation_of(const RangeEntry& entry) {
  const bool own = entry.kind == RangeEntry::Kind::relation && entry.relation && entry.relation->object;
  return own ? &*entry.relation->object : nullptr;
}

void Renamer::rewrite_column(const Use& use) {
  const ObjectId* relation = relation_of(*use.entry);
  if (!relation) return;
  const ObjectId now = renaming_.of(*relation);
  PgQuery__ColumnRef& node = *use.node;
  const bool whole_row = use.index < 0;
  const bool star = is_star(node);
  std::size_t qualifier = node.n_fields;  // which field names the relation
  if (whole_row) {
    qualifier = node.n_fields - (star ? 2 : 1);
  } else {
    PgQuery__Node* last = node.fields[node.n_fields - 1];
    const auto index = static_cast<std::size_t>(use.index);
    const std::string& own =
        index < use.entry->own_names.size() ? use.entry->own_names[index] : use.entry->columns[index].name;
    if (!pinned_.contains(use.entry) && last->node_case == PG_QUERY__NODE__NODE_STRING && own == last->string->sval)
      set(last, renaming_.of_column(*relation, own));
    if (node.n_fields > 1) qualifier = node.n_fields - 2;
  }
  if (qualifier >= node.n_fields || use.entry->has_alias) return;
  if (node.fields[qualifier]->node_case != PG_QUERY__NODE__NODE_STRING ||
      relation->name != node.fields[qualifier]->string->sval || use.entry->name != relation->name)
    return;
  set(node.fields[qualifier], now.name);
  if (qualifier > 0) set(node.fields[qualifier - 1], now.schema);
}

void Renamer::rewrite_relation(PgQuery__RangeVar& relation) {
  if (!*relation.schemaname) return;
  if (const Object* object = before_.relation(relation.schemaname, relation.relname)) {
    const ObjectId now = renaming_.of(object->id);
    set(relation.schemaname, now.schema);
    set(relation.relname, now.name);
  } else {
    set(relation.schemaname, renaming_.of_schema(relation.schemaname));
  }
}

/// INSERT, UPDATE, DELETE. In the body of a function no analysis has read them, so that columns are known by their
/// names alone; keys of such texts are never sure.
void Renamer::rewrite_changing(const PgQuery__Node& statement, PgQuery__RangeVar* target, std::size_t count,
                               PgQuery__Node* const* targets) {
  const Object* object =
      target && *target->schemaname ? before_.relation(target->schemaname, target->relname) : nullptr;
  if (!object) return;
  const ObjectId& id = object->id;
  for (std::size_t i = 0; i < count; ++i)
    if (targets[i]->node_case == PG_QUERY__NODE__NODE_RES_TARGET && *targets[i]->res_target->name)
      set(targets[i]->res_target->name, renaming_.of_column(id, targets[i]->res_target->name));
  parse::for_each_node(statement, [&](const PgQuery__Node& node) {
    if (node.node_case != PG_QUERY__NODE__NODE_COLUMN_REF || is_star(*node.column_ref)) return true;
    const PgQuery__ColumnRef& column = *node.column_ref;
    const auto is_it = [&](const Use& use) { return use.node == &column; };
    if (std::any_of(columns_.begin(), columns_.end(), is_it)) return true;
    const std::vector<std::string> parts = strings(column.n_fields, column.fields);
    static const std::set<std::string> rows = {"new", "old", "excluded"};
    if (parts.size() == 1 || parts[parts.size() - 2] == id.name || rows.contains(parts[parts.size() - 2]))
      set(column.fields[column.n_fields - 1], renaming_.of_column(id, parts.back()));
    if (parts.size() > 1 && parts[parts.size() - 2] == id.name)
      set(column.fields[column.n_fields - 2], renaming_.of(id).name);
    return true;
  });
  rewrite_relation(*target);
}

/// FOR UPDATE OF names what FROM does.
void Renamer::rewrite_locked(PgQuery__RangeVar& locked) {
  for (const auto& [node, entry] : relations_) {
    const ObjectId* relation = relation_of(*entry);
    if (relation && !entry->has_alias && relation->name == locked.relname)
      return set(locked.relname, renaming_.of(*relation).name);
  }
}

/// A label of an enum, or the name of a relation or type, in a string.
void Renamer::rewrite_literal(PgQuery__AConst& constant, const PgQuery__TypeName& type) {
  if (constant.val_case != PG_QUERY__A__CONST__VAL_SVAL) return;
  const auto [schema, name] = schema_and_name(type.n_names, type.names);
  if (schema.empty() || schema == "pg_catalog") {
    if (name != "regclass" && name != "regtype" && name != "regproc") return;
    set(constant.sval->sval, renaming_.of_text(constant.sval->sval));
    return;
  }
  set(constant.sval->sval, renaming_.of_part(qualified(schema, name), constant.sval->sval));
}

void Renamer::rewrite_node(const PgQuery__Node& node, const std::set<ObjectId>& references) {
  switch (static_cast<int>(node.node_case)) {
    case PG_QUERY__NODE__NODE_RANGE_VAR:
      rewrite_relation(*node.range_var);
      break;
    case PG_QUERY__NODE__NODE_TYPE_CAST:
      if (node.type_cast->arg->node_case == PG_QUERY__NODE__NODE_A_CONST)
        rewrite_literal(*node.type_cast->arg->a_const, *node.type_cast->type_name);
      break;
    case PG_QUERY__NODE__NODE_INSERT_STMT:
      rewrite_changing(node, node.insert_stmt->relation, node.insert_stmt->n_cols, node.insert_stmt->cols);
      break;
    case PG_QUERY__NODE__NODE_UPDATE_STMT:
      rewrite_changing(node, node.update_stmt->relation, node.update_stmt->n_target_list,
                       node.update_stmt->target_list);
      break;
    case PG_QUERY__NODE__NODE_DELETE_STMT:
      rewrite_changing(node, node.delete_stmt->relation, 0, nullptr);
      break;
    case PG_QUERY__NODE__NODE_LOCKING_CLAUSE:
      for (std::size_t i = 0; i < node.locking_clause->n_locked_rels; ++i)
        rewrite_locked(*node.locking_clause->locked_rels[i]->range_var);
      break;
    default:
      break;
  }
  // Type names are no nodes of the walk where they stand in a field of their own.
  PgQuery__TypeName* type = nullptr;
  if (node.node_case == PG_QUERY__NODE__NODE_TYPE_CAST) type = node.type_cast->type_name;
  if (node.node_case == PG_QUERY__NODE__NODE_COLUMN_DEF) type = node.column_def->type_name;
  if (node.node_case == PG_QUERY__NODE__NODE_TYPE_NAME) type = node.type_name;
  if (type && type->n_names > 1) {
    const auto [schema, name] = schema_and_name(type->n_names, type->names);
    const TypeText now = split_type(renaming_.of_text(qualified(schema, name)));
    if (!now.schema.empty()) set_name(type->n_names, type->names, now.schema, now.name);
  }
  if (node.node_case == PG_QUERY__NODE__NODE_FUNC_CALL && node.func_call->n_funcname > 1) {
    const auto [schema, name] = schema_and_name(node.func_call->n_funcname, node.func_call->funcname);
    for (const ObjectId& id : references) {
      if (!is_routine(id.kind) || id.schema != schema || id.name != name) continue;
      const ObjectId now = renaming_.of(id);
      set_name(node.func_call->n_funcname, node.func_call->funcname, now.schema, now.name);
    }
  }
}

/// The old names of a relation's columns as column aliases.
static void pin(PgQuery__RangeVar& node, const RangeEntry& entry) {
  if (!node.alias) {
    node.alias = static_cast<PgQuery__Alias*>(std::malloc(sizeof(PgQuery__Alias)));
    pg_query__alias__init(node.alias);
    node.alias->aliasname = strndup(entry.name.data(), entry.name.size());
  }
  PgQuery__Alias& alias = *node.alias;
  if (alias.n_colnames > 0) return;
  alias.n_colnames = entry.own_names.size();
  alias.colnames = static_cast<PgQuery__Node**>(std::malloc(alias.n_colnames * sizeof(PgQuery__Node*)));
  for (std::size_t i = 0; i < alias.n_colnames; ++i) {
    alias.colnames[i] = static_cast<PgQuery__Node*>(std::malloc(sizeof(PgQuery__Node)));
    pg_query__node__init(alias.colnames[i]);
    alias.colnames[i]->node_case = PG_QUERY__NODE__NODE_STRING;
    alias.colnames[i]->string = static_cast<PgQuery__String*>(std::malloc(sizeof(PgQuery__String)));
    pg_query__string__init(alias.colnames[i]->string);
    alias.colnames[i]->string->sval = strndup(entry.own_names[i].data(), entry.own_names[i].size());
  }
}

bool Renamer::rewrite(const PgQuery__Node& root, const std::set<ObjectId>& references) {
  changed_ = false;
  // Only relations of which a column changes its name need the old names.
  std::erase_if(pinned_, [&](const RangeEntry* entry) {
    const ObjectId* relation = relation_of(*entry);
    if (!relation) return true;
    for (const std::string& name : entry->own_names)
      if (renaming_.of_column(*relation, name) != name) return false;
    return true;
  });
  for (const Use& use : columns_) rewrite_column(use);
  for (const auto& [node, entry] : relations_)
    if (pinned_.contains(entry)) {
      pin(*node, *entry);
      changed_ = true;
    }
  parse::for_each_node(root, [&](const PgQuery__Node& node) {
    rewrite_node(node, references);
    return true;
  });
  for (const auto& [target, name] : targets_)
    if (figure_name(*target->val) != name) set(target->name, name);
  relations_.clear();
  columns_.clear();
  targets_.clear();
  pinned_.clear();
  return changed_;
}

}  // namespace trueup::canonical
