#include "parse/operator_family.h"

#include <algorithm>

#include "parse/reference.h"
#include "parse/type_name.h"

namespace trueup::parse {

namespace {

// parsenodes.h: OPCLASS_ITEM_…
constexpr int item_function = 2;
constexpr int item_storage = 3;

ObjectId created(const Step& step, Kind kind, Nodes parts, std::string_view method) {
  const std::string_view stated = parts.size() > 1 ? string_of(parts[parts.size() - 2]) : std::string_view{};
  return {.kind = kind,
          .schema = creation_schema(step, stated),
          .parent = {},
          .name = cut_identifier(last_string(parts)),
          .signature = std::string(method)};
}

// A family that a definition names: folded, or not managed (PostgreSQL's own, an extension's).
ObjectId family_id(const Step& step, Nodes parts, std::string_view method) {
  if (const ObjectId* id = find_operator_class(step, Kind::operator_family, parts, method)) return *id;
  ObjectId id = created(step, Kind::operator_family, parts, method);
  if (parts.size() == 1) id.schema = step.fold.names.extension_schema(id.name, step.path()).value_or("pg_catalog");
  return id;
}

struct Member {
  FamilyMember value;
  Outcome outcome;
};

// `type` is the class's, whose members' types need not be stated; "" in ALTER OPERATOR FAMILY.
Member operator_member(const Step& step, const PgQuery__CreateOpClassItem& item, const std::string& type) {
  Member member;
  const Nodes types = nodes(item.name->n_objargs, item.name->objargs);
  const std::string signature = types.empty() ? type + "," + type : operands_of(step, types);
  Reference found = operator_reference(step, nodes(item.name->n_objname, item.name->objname), signature);
  member.outcome = std::move(found.outcome);
  if (found.id) member.value.object = std::move(*found.id);
  member.value.left = types.empty() ? type : type_text(step, *types.front()->type_name, false);
  member.value.right = types.empty() ? type : type_text(step, *types.back()->type_name, false);
  if (item.n_order_family > 0)
    member.value.order_family = family_id(step, nodes(item.n_order_family, item.order_family), "btree");
  return member;
}

// assignProcTypes: what a function's types are where the statement does not say so.
void implied_types(FamilyMember& member, const std::vector<std::string>& arguments, std::string_view method,
                   const std::string& type) {
  member.left = member.right = type;
  if (method == "btree" && member.number == 1 && arguments.size() == 2) {
    member.left = arguments[0];
    member.right = arguments[1];
  } else if (method == "btree" && member.number == 3 && arguments.size() == 5) {  // in_range
    member.left = arguments[0];
    member.right = arguments[2];
  } else if (method == "hash" && (member.number == 1 || member.number == 2) && !arguments.empty()) {
    member.left = member.right = arguments[0];
  }
}

std::vector<std::string> argument_types(const Step& step, const PgQuery__ObjectWithArgs& function) {
  std::vector<std::string> types;
  for (const Node* node : nodes(function.n_objargs, function.objargs))
    if (node->node_case == PG_QUERY__NODE__NODE_TYPE_NAME) types.push_back(type_text(step, *node->type_name, false));
  return types;
}

Member function_member(const Step& step, const PgQuery__CreateOpClassItem& item, std::string_view method,
                       const std::string& type) {
  Member member;
  member.value.is_function = true;
  member.value.number = item.number;
  Reference found = routine_reference(step, *item.name);
  member.outcome = std::move(found.outcome);
  if (found.id) member.value.object = std::move(*found.id);
  const Nodes stated = nodes(item.n_class_args, item.class_args);
  if (stated.empty()) {
    implied_types(member.value, argument_types(step, *item.name), method, type);
  } else {
    member.value.left = type_text(step, *stated.front()->type_name, false);
    member.value.right = type_text(step, *stated.back()->type_name, false);
  }
  return member;
}

Member member_of(const Step& step, const PgQuery__CreateOpClassItem& item, std::string_view method,
                 const std::string& type) {
  if (item.itemtype == item_function) return function_member(step, item, method, type);
  Member member = operator_member(step, item, type);
  member.value.number = item.number;
  return member;
}

// ALTER OPERATOR FAMILY … DROP names a slot.
void drop_member(std::vector<FamilyMember>& members, const Step& step, const PgQuery__CreateOpClassItem& item) {
  const Nodes types = nodes(item.n_class_args, item.class_args);
  if (types.empty()) return;
  const std::string left = type_text(step, *types.front()->type_name, false);
  const std::string right = type_text(step, *types.back()->type_name, false);
  std::erase_if(members, [&](const FamilyMember& member) {
    return member.is_function == (item.itemtype == item_function) && member.number == item.number &&
           member.left == left && member.right == right;
  });
}

}  // namespace

const ObjectId* find_operator_class(const Step& step, Kind kind, Nodes parts, std::string_view method) {
  if (parts.empty()) return nullptr;
  ObjectId id{.kind = kind,
              .schema = {},
              .parent = {},
              .name = cut_identifier(last_string(parts)),
              .signature = std::string(method)};
  const auto in_schema = [&](std::string_view schema) -> const ObjectId* {
    id.schema = schema;
    const Object* object = step.fold.catalog.find(id);
    return object ? &object->id : nullptr;
  };
  if (parts.size() > 1) return in_schema(string_of(parts[parts.size() - 2]));
  for (const std::string& schema : step.path())
    if (const ObjectId* found = in_schema(schema)) return found;
  return nullptr;
}

Outcome create_operator_family(Step& step, const PgQuery__CreateOpFamilyStmt& stmt) {
  const Nodes parts = nodes(stmt.n_opfamilyname, stmt.opfamilyname);
  step.define(created(step, Kind::operator_family, parts, stmt.amname), OperatorFamily{});
  return {};
}

Outcome alter_operator_family(Step& step, const PgQuery__AlterOpFamilyStmt& stmt) {
  const Nodes parts = nodes(stmt.n_opfamilyname, stmt.opfamilyname);
  const ObjectId* id = find_operator_class(step, Kind::operator_family, parts, stmt.amname);
  if (!id) return missing("operator family", parts);
  std::vector<FamilyMember> members = std::get<OperatorFamily>(step.fold.catalog.find(*id)->payload).members;
  for (const Node* node : nodes(stmt.n_items, stmt.items)) {
    const PgQuery__CreateOpClassItem& item = *node->create_op_class_item;
    if (stmt.is_drop) {
      drop_member(members, step, item);
      for (auto& [other, object] : step.fold.catalog.objects) {
        auto* own = std::get_if<OperatorClass>(&object.payload);
        if (own && own->family == *id) drop_member(own->members, step, item);
      }
      continue;
    }
    Member member = member_of(step, item, stmt.amname, {});
    if (!member.outcome.done()) return member.outcome;
    members.push_back(std::move(member.value));
  }
  std::get<OperatorFamily>(step.fold.catalog.find(*id)->payload).members = std::move(members);
  return {};
}

Outcome create_operator_class(Step& step, const PgQuery__CreateOpClassStmt& stmt) {
  const Nodes parts = nodes(stmt.n_opclassname, stmt.opclassname);
  const ObjectId id = created(step, Kind::operator_class, parts, stmt.amname);
  OperatorClass own{.is_default = static_cast<bool>(stmt.is_default),
                    .type = type_text(step, *stmt.datatype, false),
                    .family = {},
                    .storage = {},
                    .members = {}};
  for (const Node* node : nodes(stmt.n_items, stmt.items)) {
    const PgQuery__CreateOpClassItem& item = *node->create_op_class_item;
    if (item.itemtype == item_storage) {
      own.storage = type_text(step, *item.storedtype, false);
      continue;
    }
    Member member = member_of(step, item, stmt.amname, own.type);
    if (!member.outcome.done()) return member.outcome;
    own.members.push_back(std::move(member.value));
  }
  if (own.storage == own.type) own.storage.clear();  // DefineOpClass: not stored when it says nothing
  const Nodes family = nodes(stmt.n_opfamilyname, stmt.opfamilyname);
  if (family.empty()) {
    // One of the class's own name, made where there is none.
    own.family = id;
    own.family.kind = Kind::operator_family;
    if (!step.fold.catalog.find(own.family)) step.define(own.family, OperatorFamily{});
  } else {
    const bool declared = family.size() > 1
                              ? step.fold.names.operator_families.contains(string_of(family[0]), last_string(family))
                              : step.fold.names.operator_families.find(last_string(family), step.path()).has_value();
    if (declared && !find_operator_class(step, Kind::operator_family, family, stmt.amname))
      return missing("operator family", family);
    own.family = family_id(step, family, stmt.amname);
  }
  step.define(id, std::move(own));
  return {};
}

}  // namespace trueup::parse
