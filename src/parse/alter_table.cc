#include <fmt/format.h>

#include <algorithm>

#include "base/quote.h"
#include "parse/alter_column.h"
#include "parse/constraint.h"
#include "parse/foreign.h"
#include "parse/grammar.h"
#include "parse/inheritance.h"
#include "parse/not_null.h"
#include "parse/owner.h"
#include "parse/partition.h"
#include "parse/storage_parameters.h"
#include "parse/table.h"
#include "parse/type_name.h"

namespace trueup::parse {

namespace {

// One subcommand on one relation.
struct Alteration {
  Step& step;
  ObjectId table;
  const PgQuery__AlterTableCmd& command;
  bool recurse;  // no ONLY

  [[nodiscard]] Object& object() const { return *step.fold.catalog.find(table); }
  [[nodiscard]] int type() const { return static_cast<int>(command.subtype); }
};

StorageParameters* options_of(Object& object) {
  if (auto* table = std::get_if<Table>(&object.payload)) return &table->options;
  if (auto* view = std::get_if<View>(&object.payload)) return &view->options;
  if (auto* view = std::get_if<MaterializedView>(&object.payload)) return &view->options;
  if (auto* index = std::get_if<Index>(&object.payload)) return &index->options;
  if (auto* key = std::get_if<Key>(&object.payload)) return &key->options;
  if (auto* key = std::get_if<Exclusion>(&object.payload)) return &key->options;
  return nullptr;
}

std::string* tablespace_field(Object& object) {
  if (auto* table = std::get_if<Table>(&object.payload)) return &table->tablespace;
  if (auto* view = std::get_if<MaterializedView>(&object.payload)) return &view->tablespace;
  if (auto* index = std::get_if<Index>(&object.payload)) return &index->tablespace;
  if (auto* key = std::get_if<Key>(&object.payload)) return &key->tablespace;
  if (auto* key = std::get_if<Exclusion>(&object.payload)) return &key->tablespace;
  return nullptr;
}

void alter_options(const Alteration& at) {
  StorageParameters* options = options_of(at.object());
  if (!options) return;
  const Nodes elements = items_of(at.command.def);
  if (at.type() == PG_QUERY__ALTER_TABLE_TYPE__AT_ResetRelOptions)
    reset_storage_parameters(*options, elements);
  else
    set_storage_parameters(*options, elements);
}

/// No name: DEFAULT, which leaves it open for a partitioned table.
void set_access_method(Object& object, std::string_view name) {
  auto* table = std::get_if<Table>(&object.payload);
  const std::string_view usual = table && table->partition_key ? "" : "heap";
  if (table) table->access_method = name.empty() ? usual : name;
  if (auto* view = std::get_if<MaterializedView>(&object.payload)) view->access_method = name.empty() ? usual : name;
}

void cluster_on(Object& object, std::string_view index) {
  if (auto* table = std::get_if<Table>(&object.payload)) table->clustered_on = index;
  if (auto* view = std::get_if<MaterializedView>(&object.payload)) view->clustered_on = index;
}

void replica_identity(Table& table, const PgQuery__ReplicaIdentityStmt& stmt) {
  switch (*stmt.identity_type) {
    case 'f':
      table.replica_identity = "full";
      break;
    case 'n':
      table.replica_identity = "nothing";
      break;
    case 'i':
      table.replica_identity = "index " + std::string(stmt.name);
      break;
    default:
      table.replica_identity = "default";
  }
}

void set_logged(const Alteration& at, bool logged) {
  if (Table* table = at.step.fold.table(at.table)) table->unlogged = !logged;
  if (auto* sequence = std::get_if<Sequence>(&at.object().payload)) sequence->unlogged = !logged;
}

std::string enabled_word(int type) {
  switch (type) {
    case PG_QUERY__ALTER_TABLE_TYPE__AT_EnableAlwaysRule:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_EnableAlwaysTrig:
      return "always";
    case PG_QUERY__ALTER_TABLE_TYPE__AT_EnableReplicaTrig:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_EnableReplicaRule:
      return "replica";
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DisableRule:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DisableTrig:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DisableTrigAll:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DisableTrigUser:
      return "disabled";
    default:
      return "origin";
  }
}

void enable_trigger(Step& step, const ObjectId& table, std::string_view name, const std::string& enabled) {
  for (Object* object : step.fold.parts(Kind::trigger, table)) {
    if (!name.empty() && object->id.name != name) continue;
    std::get<Trigger>(object->payload).enabled = enabled;
    if (!std::get<Trigger>(object->payload).for_each_row || !is_partitioned(step.fold, table)) continue;
    for (const ObjectId& heir : step.fold.heirs_of(table)) enable_trigger(step, heir, object->id.name, enabled);
  }
}

Outcome enable_triggers(const Alteration& at) {
  const std::string_view name = at.command.name;
  const ObjectId id{.kind = Kind::trigger,
                    .schema = at.table.schema,
                    .parent = at.table.name,
                    .name = std::string(name),
                    .signature = {}};
  if (!name.empty() && !at.step.fold.catalog.find(id)) return {.missing = to_string(id), .offset = -1};
  enable_trigger(at.step, at.table, name, enabled_word(at.type()));
  return {};
}

Outcome enable_rule(const Alteration& at) {
  const ObjectId id{
      .kind = Kind::rule, .schema = at.table.schema, .parent = at.table.name, .name = at.command.name, .signature = {}};
  Object* object = at.step.fold.catalog.find(id);
  if (!object) return {.missing = to_string(id), .offset = -1};
  std::get<Rule>(object->payload).enabled = enabled_word(at.type());
  return {};
}

Outcome attach_partition(const Alteration& at) {
  const PgQuery__PartitionCmd& command = *at.command.def->partition_cmd;
  const ObjectId* found = find_relation(at.step, *command.name);
  if (!found) return missing_relation(at.step, *command.name);
  const ObjectId child = *found;
  if (has_index(child.kind)) {  // ALTER INDEX parent ATTACH PARTITION child
    at.step.fold.catalog.find(child)->inherited_from = at.table;
    complete_index(at.step, at.table);
    return {};
  }
  const auto descent = descent_of(*at.step.fold.catalog.find(child));
  if (!descent) return missing_relation(at.step, *command.name);
  *descent.partition_of = at.table;
  *descent.partition_bound = partition_bound(at.step, *command.bound, at.table);
  attach(at.step, at.table, child, true);
  return {};
}

Outcome detach_partition(const Alteration& at) {
  const PgQuery__PartitionCmd& command = *at.command.def->partition_cmd;
  const ObjectId* found = find_relation(at.step, *command.name);
  if (!found) return missing_relation(at.step, *command.name);
  const ObjectId child = *found;
  if (const auto descent = descent_of(*at.step.fold.catalog.find(child))) {
    descent.partition_of->reset();
    *descent.partition_bound = {};
  }
  detach(at.step, at.table, child);
  return {};
}

Outcome alter_inherit(const Alteration& at, bool add) {
  const ObjectId* found = find_relation(at.step, *at.command.def->range_var);
  if (!found) return missing_relation(at.step, *at.command.def->range_var);
  const ObjectId parent = *found;
  const auto descent = descent_of(at.object());
  if (!descent) return {};
  std::vector<ObjectId>& parents = *descent.inherits;
  if (add) {
    parents.push_back(parent);
    attach(at.step, parent, at.table, false);
  } else {
    parents.erase(std::remove(parents.begin(), parents.end(), parent), parents.end());
    detach(at.step, parent, at.table);
  }
  return {};
}

void drop_constraint(Step& step, const ObjectId& table, std::string_view name) {
  Object* object = step.fold.constraint(table, name);
  if (!object) return;
  const ObjectId id = object->id;
  for (const ObjectId& heir : step.fold.heirs_of(table)) {
    std::vector<std::string> copies;
    for (Object* other : step.fold.parts(id.kind, heir))
      if (other->inherited_from == id) copies.push_back(other->id.name);
    for (const std::string& copy : copies) drop_constraint(step, heir, copy);
  }
  step.fold.erase(id);
}

Outcome validate_constraint(const Alteration& at) {
  if (Object* column = column_of_not_null(at.step, at.table, at.command.name)) {
    validate_not_null(at.step, *column);
    return {};
  }
  Object* object = at.step.fold.constraint(at.table, at.command.name);
  if (!object)
    return {.missing = fmt::format("constraint {} on {}", at.command.name, to_string(at.table)), .offset = -1};
  if (auto* check = std::get_if<Check>(&object->payload)) check->not_valid = false;
  if (auto* key = std::get_if<ForeignKey>(&object->payload)) key->not_valid = false;
  return {};
}

Outcome alter_constraint(const Alteration& at) {
  const ConstraintChange change = constraint_change(*at.command.def);
  if (Object* column = column_of_not_null(at.step, at.table, change.name); column && change.no_inherit) {
    set_not_null_inheritance(at.step, *column, *change.no_inherit);
    return {};
  }
  Object* object = at.step.fold.constraint(at.table, change.name);
  auto* key = object ? std::get_if<ForeignKey>(&object->payload) : nullptr;
  if (!key) return {.missing = fmt::format("foreign key {} on {}", change.name, to_string(at.table)), .offset = -1};
  if (change.deferrable) {
    key->deferrable = *change.deferrable;
    key->initially_deferred = change.initially_deferred;
  }
  if (change.enforced) {
    key->not_enforced = !*change.enforced;
    key->not_valid = false;
  }
  return {};
}

Outcome drop_named_constraint(const Alteration& at) {
  if (Object* column = column_of_not_null(at.step, at.table, at.command.name)) {
    drop_not_null(at.step, *column);
    return {};
  }
  const bool found = at.step.fold.constraint(at.table, at.command.name) != nullptr;
  if (!found && !at.command.missing_ok)
    return {.missing = fmt::format("constraint {} on {}", at.command.name, to_string(at.table)), .offset = -1};
  drop_constraint(at.step, at.table, at.command.name);
  return {};
}

Outcome alter_of_type(const Alteration& at) {
  Table* table = at.step.fold.table(at.table);
  if (table) table->of_type = at.command.def ? type_text(at.step, *at.command.def->type_name) : std::string();
  return {};
}

// Subcommands about the relation itself.
Outcome alter_relation(const Alteration& at) {
  Table* table = at.step.fold.table(at.table);
  switch (at.type()) {
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetRelOptions:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ReplaceRelOptions:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ResetRelOptions:
      alter_options(at);
      return {};
    case PG_QUERY__ALTER_TABLE_TYPE__AT_GenericOptions:
      if (auto* foreign = std::get_if<ForeignTable>(&at.object().payload))
        change_foreign_options(foreign->options, items_of(at.command.def));
      return {};
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetTableSpace:
      if (std::string* tablespace = tablespace_field(at.object())) *tablespace = tablespace_of(at.command.name);
      return {};
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetAccessMethod:
      set_access_method(at.object(), at.command.name);
      return {};
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ClusterOn:
      cluster_on(at.object(), at.command.name);
      return {};
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropCluster:
      cluster_on(at.object(), {});
      return {};
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetLogged:
      set_logged(at, true);
      return {};
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetUnLogged:
      set_logged(at, false);
      return {};
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ReplicaIdentity:
      if (table) replica_identity(*table, *at.command.def->replica_identity_stmt);
      return {};
    case PG_QUERY__ALTER_TABLE_TYPE__AT_EnableRowSecurity:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DisableRowSecurity:
      if (table) table->row_security = at.type() == PG_QUERY__ALTER_TABLE_TYPE__AT_EnableRowSecurity;
      return {};
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ForceRowSecurity:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_NoForceRowSecurity:
      if (table) table->force_row_security = at.type() == PG_QUERY__ALTER_TABLE_TYPE__AT_ForceRowSecurity;
      return {};
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ChangeOwner:
      set_owner(at.object(), *at.command.newowner);
      return {};
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddOf:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropOf:
      return alter_of_type(at);
    default:
      at.step.not_managed("this form of ALTER TABLE");
      return {};
  }
}

Outcome alter_one(const Alteration& at) {
  switch (at.type()) {
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddConstraint:
      return add_constraint(at.step, at.table, *at.command.def->constraint, at.recurse);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropConstraint:
      return drop_named_constraint(at);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ValidateConstraint:
      return validate_constraint(at);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AlterConstraint:
      return alter_constraint(at);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AttachPartition:
      return attach_partition(at);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DetachPartition:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DetachPartitionFinalize:
      return detach_partition(at);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddInherit:
      return alter_inherit(at, true);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropInherit:
      return alter_inherit(at, false);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_EnableTrig:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_EnableAlwaysTrig:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_EnableReplicaTrig:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DisableTrig:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_EnableTrigAll:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DisableTrigAll:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_EnableTrigUser:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DisableTrigUser:
      return enable_triggers(at);
    case PG_QUERY__ALTER_TABLE_TYPE__AT_EnableRule:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_EnableAlwaysRule:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_EnableReplicaRule:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DisableRule:
      return enable_rule(at);
    default:
      break;
  }
  if (sets_expression(at.command)) return set_expression(at.step, at.table, at.command);
  if (alters_column(at.command)) return alter_column(at.step, at.table, at.command, at.recurse);
  return alter_relation(at);
}

// The server runs the subcommands of one statement in passes (AT_PASS_… in tablecmds.c).
int pass_of(const PgQuery__AlterTableCmd& command) {
  switch (static_cast<int>(command.subtype)) {
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropColumn:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropConstraint:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropNotNull:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropExpression:
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropIdentity:
      return 0;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnType:
      return 1;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn:
      return 2;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddConstraint: {
      const int type = static_cast<int>(command.def->constraint->contype);
      const bool index = type == PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY ||
                         type == PG_QUERY__CONSTR_TYPE__CONSTR_UNIQUE ||
                         type == PG_QUERY__CONSTR_TYPE__CONSTR_EXCLUSION;
      return index ? 4 : 5;
    }
    default:
      return alters_column(command) ? 3 : 6;
  }
}

}  // namespace

Outcome alter_table(Step& step, const PgQuery__AlterTableStmt& stmt) {
  const ObjectId* found = find_relation(step, *stmt.relation);
  if (!found) return stmt.missing_ok ? Outcome{} : missing_relation(step, *stmt.relation);
  const ObjectId id = *found;
  if (id.kind == Kind::column) {
    // An identity's sequence belongs to whom the table belongs: pg_dump says so once more.
    const Nodes commands = nodes(stmt.n_cmds, stmt.cmds);
    const bool owner = std::all_of(commands.begin(), commands.end(), [](const Node* node) {
      return node->alter_table_cmd->subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_ChangeOwner;
    });
    if (owner) return {};
    step.not_managed("altering an identity column's sequence by itself", stmt.relation->location);
    return {};
  }
  std::vector<const Node*> commands(stmt.cmds, stmt.cmds + stmt.n_cmds);
  std::stable_sort(commands.begin(), commands.end(), [](const Node* a, const Node* b) {
    return pass_of(*a->alter_table_cmd) < pass_of(*b->alter_table_cmd);
  });
  std::size_t& next = step.fold.progress[step.statement.node];
  for (; next < commands.size(); ++next) {
    const Alteration alteration{.step = step,
                                .table = id,
                                .command = *commands[next]->alter_table_cmd,
                                .recurse = static_cast<bool>(stmt.relation->inh)};
    if (Outcome outcome = alter_one(alteration); !outcome.done()) return outcome;
  }
  name_not_nulls(step, id);
  return {};
}

}  // namespace trueup::parse
