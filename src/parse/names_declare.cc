#include "parse/names.h"

namespace trueup::parse {

std::string multirange_name(const std::string& range) {
  const std::size_t at = range.find("range");
  if (at == std::string::npos) return range + "_multirange";
  return range.substr(0, at) + "multi" + range.substr(at);
}

namespace {

// Sees one statement after the other; unqualified names go where its path says.
struct Declaration {
  Names& names;
  const SearchPath* path = nullptr;
  bool renames = false;  // the second round: new names of what the first round declared

  [[nodiscard]] std::string schema_of(std::string_view stated) const {
    return stated.empty() ? names.creation_schema(*path) : std::string(stated);
  }

  void relation(const PgQuery__RangeVar* range, bool row_type) {
    if (!range) return;
    const std::string schema = schema_of(range->schemaname);
    names.relations.add(schema, range->relname);
    if (row_type) names.types.add(schema, range->relname);
  }

  void left_out(const PgQuery__RangeVar* range) const {
    if (range) names.left_out.add(schema_of(range->schemaname), range->relname);
  }

  void add(NameSet& set, Nodes parts) const {
    if (parts.empty()) return;
    set.add(schema_of(parts.size() > 1 ? string_of(parts[parts.size() - 2]) : std::string_view{}), last_string(parts));
  }

  void type(Nodes parts) const { add(names.types, parts); }

  [[nodiscard]] NameSet* set_of(PgQuery__ObjectType type) const;
  void range(const PgQuery__CreateRangeStmt& stmt) const;
  void extension(const PgQuery__CreateExtensionStmt& stmt) const;
  void define(const PgQuery__DefineStmt& stmt) const;
  void schema(const PgQuery__CreateSchemaStmt& stmt);
  void rename(const PgQuery__RenameStmt& stmt) const;
  void move(const PgQuery__AlterObjectSchemaStmt& stmt) const;
  void statement(const Node& node);
};

/// The names of a kind that has a namespace of its own.
NameSet* Declaration::set_of(PgQuery__ObjectType type) const {
  switch (static_cast<int>(type)) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_COLLATION:
      return &names.collations;
    case PG_QUERY__OBJECT_TYPE__OBJECT_TSPARSER:
      return &names.text_search_parsers;
    case PG_QUERY__OBJECT_TYPE__OBJECT_TSTEMPLATE:
      return &names.text_search_templates;
    case PG_QUERY__OBJECT_TYPE__OBJECT_TSDICTIONARY:
      return &names.text_search_dictionaries;
    case PG_QUERY__OBJECT_TYPE__OBJECT_TSCONFIGURATION:
      return &names.text_search_configurations;
    default:
      return nullptr;
  }
}

void Declaration::range(const PgQuery__CreateRangeStmt& stmt) const {
  const Nodes parts = nodes(stmt.n_type_name, stmt.type_name);
  type(parts);
  const std::string schema = schema_of(parts.size() > 1 ? string_of(parts[parts.size() - 2]) : std::string_view{});
  bool stated = false;
  for (const Node* param : nodes(stmt.n_params, stmt.params)) {
    if (std::string_view(param->def_elem->defname) != "multirange_type_name" || !param->def_elem->arg) continue;
    stated = true;
    if (param->def_elem->arg->node_case == PG_QUERY__NODE__NODE_TYPE_NAME) {
      const PgQuery__TypeName& name = *param->def_elem->arg->type_name;
      type(nodes(name.n_names, name.names));
    }
  }
  if (!stated) names.types.add(schema, multirange_name(std::string(last_string(parts))));
}

void Declaration::extension(const PgQuery__CreateExtensionStmt& stmt) const {
  std::string schema;
  for (const Node* option : nodes(stmt.n_options, stmt.options))
    if (std::string_view(option->def_elem->defname) == "schema") schema = value_text(*option->def_elem);
  if (std::string_view(stmt.extname) == "plpgsql") return;
  names.extensions.push_back({.name = stmt.extname, .schema = schema_of(schema)});
}

void Declaration::define(const PgQuery__DefineStmt& stmt) const {
  const Nodes parts = nodes(stmt.n_defnames, stmt.defnames);
  if (stmt.kind == PG_QUERY__OBJECT_TYPE__OBJECT_TYPE) type(parts);
  if (stmt.kind == PG_QUERY__OBJECT_TYPE__OBJECT_AGGREGATE) add(names.routines, parts);
  if (NameSet* set = set_of(stmt.kind)) add(*set, parts);
  if (stmt.kind == PG_QUERY__OBJECT_TYPE__OBJECT_OPERATOR) add(names.operators, parts);
}

void Declaration::schema(const PgQuery__CreateSchemaStmt& stmt) {
  std::string name = stmt.schemaname;
  if (name.empty() && stmt.authrole) name = stmt.authrole->rolename;
  names.schemas.insert(name);
  SearchPath inner{name};
  inner.insert(inner.end(), path->begin(), path->end());
  Declaration elements{.names = names, .path = &inner, .renames = renames};
  for (const Node* element : nodes(stmt.n_schema_elts, stmt.schema_elts)) elements.statement(*element);
}

// Operator classes, conversions, languages … have namespaces of their own.
static bool renames_type_or_routine(PgQuery__ObjectType type) {
  return type != PG_QUERY__OBJECT_TYPE__OBJECT_OPCLASS && type != PG_QUERY__OBJECT_TYPE__OBJECT_OPFAMILY &&
         type != PG_QUERY__OBJECT_TYPE__OBJECT_CONVERSION && type != PG_QUERY__OBJECT_TYPE__OBJECT_LANGUAGE;
}

void Declaration::rename(const PgQuery__RenameStmt& stmt) const {
  if (stmt.rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA) {
    names.schemas.insert(stmt.newname);
    return;
  }
  if (stmt.relation) {
    std::string schema = stmt.relation->schemaname;
    if (schema.empty()) schema = names.relations.find(stmt.relation->relname, *path).value_or(schema_of({}));
    if (*stmt.subname == '\0') {
      names.relations.add(schema, stmt.newname);
      names.types.add(schema, stmt.newname);
    }
    return;
  }
  if (!stmt.object || !renames_type_or_routine(stmt.rename_type)) return;
  Nodes parts = items_of(stmt.object);
  if (stmt.object->node_case == PG_QUERY__NODE__NODE_OBJECT_WITH_ARGS)
    parts = nodes(stmt.object->object_with_args->n_objname, stmt.object->object_with_args->objname);
  if (parts.empty()) return;
  std::string schema(parts.size() > 1 ? string_of(parts[parts.size() - 2]) : std::string_view{});
  NameSet* own = set_of(stmt.rename_type);
  NameSet& set = own                                                               ? *own
                 : stmt.object->node_case == PG_QUERY__NODE__NODE_OBJECT_WITH_ARGS ? names.routines
                                                                                   : names.types;
  if (schema.empty()) schema = set.find(last_string(parts), *path).value_or(schema_of({}));
  set.add(schema, stmt.newname);
}

void Declaration::move(const PgQuery__AlterObjectSchemaStmt& stmt) const {
  if (stmt.relation) {
    names.relations.add(stmt.newschema, stmt.relation->relname);
    names.types.add(stmt.newschema, stmt.relation->relname);
    return;
  }
  if (!stmt.object) return;
  if (NameSet* own = set_of(stmt.object_type)) {
    own->add(stmt.newschema, last_string(items_of(stmt.object)));
  } else if (stmt.object_type == PG_QUERY__OBJECT_TYPE__OBJECT_OPERATOR) {
    const PgQuery__ObjectWithArgs& moved = *stmt.object->object_with_args;
    names.operators.add(stmt.newschema, last_string(nodes(moved.n_objname, moved.objname)));
  } else if (stmt.object->node_case == PG_QUERY__NODE__NODE_OBJECT_WITH_ARGS) {
    const PgQuery__ObjectWithArgs& routine = *stmt.object->object_with_args;
    names.routines.add(stmt.newschema, last_string(nodes(routine.n_objname, routine.objname)));
  } else if (renames_type_or_routine(stmt.object_type)) {
    names.types.add(stmt.newschema, last_string(items_of(stmt.object)));
  }
}

void Declaration::statement(const Node& node) {
  if (renames) {
    if (node.node_case == PG_QUERY__NODE__NODE_RENAME_STMT) rename(*node.rename_stmt);
    if (node.node_case == PG_QUERY__NODE__NODE_ALTER_OBJECT_SCHEMA_STMT) move(*node.alter_object_schema_stmt);
    return;
  }
  if (node.node_case == PG_QUERY__NODE__NODE_CREATE_STMT) relation(node.create_stmt->relation, true);
  if (node.node_case == PG_QUERY__NODE__NODE_VIEW_STMT) relation(node.view_stmt->view, true);
  if (node.node_case == PG_QUERY__NODE__NODE_CREATE_SEQ_STMT) relation(node.create_seq_stmt->sequence, false);
  if (node.node_case == PG_QUERY__NODE__NODE_CREATE_TABLE_AS_STMT &&
      node.create_table_as_stmt->objtype != PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW)
    left_out(node.create_table_as_stmt->into->rel);
  if (node.node_case == PG_QUERY__NODE__NODE_SELECT_STMT && node.select_stmt->into_clause)
    left_out(node.select_stmt->into_clause->rel);
  if (node.node_case == PG_QUERY__NODE__NODE_CREATE_TABLE_AS_STMT) relation(node.create_table_as_stmt->into->rel, true);
  if (node.node_case == PG_QUERY__NODE__NODE_CREATE_FOREIGN_TABLE_STMT)
    relation(node.create_foreign_table_stmt->base_stmt->relation, true);
  if (node.node_case == PG_QUERY__NODE__NODE_COMPOSITE_TYPE_STMT) relation(node.composite_type_stmt->typevar, true);
  if (node.node_case == PG_QUERY__NODE__NODE_CREATE_ENUM_STMT)
    type(nodes(node.create_enum_stmt->n_type_name, node.create_enum_stmt->type_name));
  if (node.node_case == PG_QUERY__NODE__NODE_CREATE_DOMAIN_STMT)
    type(nodes(node.create_domain_stmt->n_domainname, node.create_domain_stmt->domainname));
  if (node.node_case == PG_QUERY__NODE__NODE_CREATE_RANGE_STMT) range(*node.create_range_stmt);
  if (node.node_case == PG_QUERY__NODE__NODE_CREATE_FUNCTION_STMT)
    add(names.routines, nodes(node.create_function_stmt->n_funcname, node.create_function_stmt->funcname));
  if (node.node_case == PG_QUERY__NODE__NODE_CREATE_EXTENSION_STMT) extension(*node.create_extension_stmt);
  if (node.node_case == PG_QUERY__NODE__NODE_DEFINE_STMT) define(*node.define_stmt);
  if (node.node_case == PG_QUERY__NODE__NODE_CREATE_OP_CLASS_STMT)
    add(names.operator_classes,
        nodes(node.create_op_class_stmt->n_opclassname, node.create_op_class_stmt->opclassname));
  if (node.node_case == PG_QUERY__NODE__NODE_CREATE_OP_FAMILY_STMT)
    add(names.operator_families,
        nodes(node.create_op_family_stmt->n_opfamilyname, node.create_op_family_stmt->opfamilyname));
  if (node.node_case == PG_QUERY__NODE__NODE_CREATE_SCHEMA_STMT) schema(*node.create_schema_stmt);
}

}  // namespace

void declare_schemas(const Source& source, Names& names) {
  for (const Statement& statement : source.statements)
    if (statement.node->node_case == PG_QUERY__NODE__NODE_CREATE_SCHEMA_STMT) {
      Declaration declaration{.names = names, .path = statement.path};
      const PgQuery__CreateSchemaStmt& stmt = *statement.node->create_schema_stmt;
      if (stmt.n_schema_elts == 0) declaration.schema(stmt);
    }
}

void declare(const Source& source, Names& names) {
  for (const Statement& statement : source.statements) {
    Declaration declaration{.names = names, .path = statement.path};
    declaration.statement(*statement.node);
  }
}

void declare_renames(const Source& source, Names& names) {
  for (const Statement& statement : source.statements) {
    Declaration declaration{.names = names, .path = statement.path, .renames = true};
    declaration.statement(*statement.node);
  }
}

}  // namespace trueup::parse
