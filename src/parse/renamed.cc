#include "parse/renamed.h"

#include <algorithm>
#include <cctype>

#include "parse/schema.h"

namespace trueup::parse {

namespace {

std::string folded(const NamePart& part) {
  std::string text = part.text;
  if (!part.quoted)
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return cut_identifier(text);
}

/// Says what a directive names, on the object that it belongs to.
class Attachment {
 public:
  Attachment(const Step& step, const Directive& directive) : step_(step), directive_(directive) {}

  bool run() {
    const Node& node = *step_.statement.node;
    const int element = directive_.place.element;
    switch (static_cast<int>(node.node_case)) {
      case PG_QUERY__NODE__NODE_CREATE_SCHEMA_STMT:
        return on(schema_id(node.create_schema_stmt->schemaname));
      case PG_QUERY__NODE__NODE_CREATE_STMT:
        return on_table(*node.create_stmt);
      case PG_QUERY__NODE__NODE_CREATE_FOREIGN_TABLE_STMT:
        return on_table(*node.create_foreign_table_stmt->base_stmt);
      case PG_QUERY__NODE__NODE_CREATE_ENUM_STMT:
        return on_enum(*node.create_enum_stmt);
      case PG_QUERY__NODE__NODE_COMPOSITE_TYPE_STMT: {
        const PgQuery__CompositeTypeStmt& type = *node.composite_type_stmt;
        const ObjectId* id = find_relation(step_, *type.typevar);
        if (element < 0 || element >= static_cast<int>(type.n_coldeflist)) return on(id);
        return part(id, type.coldeflist[element]->column_def->colname, folded(directive_.name.back()));
      }
      case PG_QUERY__NODE__NODE_CREATE_RANGE_STMT:
        return on(find_type(step_, nodes(node.create_range_stmt->n_type_name, node.create_range_stmt->type_name)));
      case PG_QUERY__NODE__NODE_CREATE_DOMAIN_STMT:
        return on(find_type(step_, nodes(node.create_domain_stmt->n_domainname, node.create_domain_stmt->domainname)));
      case PG_QUERY__NODE__NODE_ALTER_DOMAIN_STMT: {
        const PgQuery__AlterDomainStmt& stmt = *node.alter_domain_stmt;
        const ObjectId* domain = find_type(step_, nodes(stmt.n_type_name, stmt.type_name));
        return domain && stmt.def && on_element(*domain, *stmt.def);
      }
      case PG_QUERY__NODE__NODE_VIEW_STMT:
        return on(find_relation(step_, *node.view_stmt->view));
      case PG_QUERY__NODE__NODE_CREATE_TABLE_AS_STMT:
        return on(find_relation(step_, *node.create_table_as_stmt->into->rel));
      case PG_QUERY__NODE__NODE_CREATE_SEQ_STMT:
        return on(find_relation(step_, *node.create_seq_stmt->sequence));
      case PG_QUERY__NODE__NODE_INDEX_STMT: {
        const ObjectId* table = find_relation(step_, *node.index_stmt->relation);
        return table && on(step_.fold.in_pg_class(table->schema, cut_identifier(node.index_stmt->idxname)));
      }
      case PG_QUERY__NODE__NODE_CREATE_FUNCTION_STMT:
        return on_routine(*node.create_function_stmt);
      case PG_QUERY__NODE__NODE_CREATE_TRIG_STMT:
        return on_part(Kind::trigger, *node.create_trig_stmt->relation, node.create_trig_stmt->trigname);
      case PG_QUERY__NODE__NODE_CREATE_POLICY_STMT:
        return on_part(Kind::policy, *node.create_policy_stmt->table, node.create_policy_stmt->policy_name);
      case PG_QUERY__NODE__NODE_ALTER_TABLE_STMT:
        return on_subcommand(*node.alter_table_stmt);
      default:
        return false;
    }
  }

 private:
  void say(Object& object, std::string part, std::string name) {
    const std::vector<NamePart>& written = directive_.name;
    object.renamed_from.push_back({.part = std::move(part),
                                   .schema = written.size() > 1 ? folded(written[0]) : std::string(),
                                   .name = std::move(name),
                                   .where = step_.statement.source->location(directive_.offset)});
  }
  bool on(const ObjectId* id) { return id && on(*id); }
  bool on(const ObjectId& id) {
    Object* object = step_.fold.catalog.find(id);
    if (object) say(*object, {}, folded(directive_.name.back()));
    return object != nullptr;
  }
  bool part(const ObjectId* type, std::string name, std::string before) {
    Object* object = type ? step_.fold.catalog.find(*type) : nullptr;
    if (object) say(*object, std::move(name), std::move(before));
    return object != nullptr;
  }
  bool on_part(Kind kind, const PgQuery__RangeVar& relation, std::string_view name) {
    const ObjectId* table = find_relation(step_, relation);
    if (!table) return false;
    return on(ObjectId{
        .kind = kind, .schema = table->schema, .parent = table->name, .name = cut_identifier(name), .signature = {}});
  }
  bool on_constraint(const ObjectId& table, std::string_view name) {
    const Object* constraint = *name.data() ? step_.fold.constraint(table, cut_identifier(name)) : nullptr;
    return constraint && on(constraint->id);
  }
  bool on_element(const ObjectId& table, const Node& element) {
    if (!directive_.place.constraint.empty()) return on_constraint(table, directive_.place.constraint);
    if (element.node_case == PG_QUERY__NODE__NODE_COLUMN_DEF)
      return on(column_id(table.schema, table.name, cut_identifier(element.column_def->colname)));
    return element.node_case == PG_QUERY__NODE__NODE_CONSTRAINT && on_constraint(table, element.constraint->conname);
  }
  bool on_table(const PgQuery__CreateStmt& stmt) {
    const ObjectId* table = find_relation(step_, *stmt.relation);
    const int element = directive_.place.element;
    if (!table || element < 0 || element >= static_cast<int>(stmt.n_table_elts)) return on(table);
    return on_element(*table, *stmt.table_elts[element]);
  }
  bool on_enum(const PgQuery__CreateEnumStmt& stmt) {
    const ObjectId* type = find_type(step_, nodes(stmt.n_type_name, stmt.type_name));
    const int element = directive_.place.element;
    if (element < 0 || element >= static_cast<int>(stmt.n_vals)) return on(type);
    const bool label = part(type, std::string(string_of(stmt.vals[element])), directive_.name.back().text);
    return directive_.place.or_whole ? on(type) : label;
  }
  bool on_subcommand(const PgQuery__AlterTableStmt& stmt) {
    const ObjectId* table = find_relation(step_, *stmt.relation);
    const int element = directive_.place.element;
    if (!table || element < 0 || element >= static_cast<int>(stmt.n_cmds)) return false;
    const PgQuery__AlterTableCmd& command = *stmt.cmds[element]->alter_table_cmd;
    return command.def && on_element(*table, *command.def);
  }
  /// The routine that this statement made; where it replaced one, the directive says nothing new.
  bool on_routine(const PgQuery__CreateFunctionStmt& stmt) {
    const std::string name(last_string(nodes(stmt.n_funcname, stmt.funcname)));
    const Location made = step_.location(-1);
    for (const Kind kind : {Kind::function, Kind::procedure})
      for (auto& [id, object] : step_.fold.catalog.objects)
        if (id.kind == kind && id.name == name && object.origin == made) return on(id);
    return false;
  }

  const Step& step_;
  const Directive& directive_;
};

}  // namespace

void attach(const Step& step, const Directive& directive) {
  if (Attachment(step, directive).run()) return;
  const Source& source = *step.statement.source;
  step.fold.catalog.diagnostics.push_back(
      {.severity = Severity::warning,
       .code = "directive",
       .message = "this directive belongs to nothing that can be renamed: it has no effect",
       .where = source.location(directive.offset),
       .hint = "a constraint or index needs a name of its own for it; it stands behind that name or at the line's end",
       .excerpt = source.excerpt(directive.offset)});
}

}  // namespace trueup::parse
