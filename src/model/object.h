#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/location.h"
#include "model/acl.h"
#include "model/aggregate.h"
#include "model/cast.h"
#include "model/collation.h"
#include "model/constraint.h"
#include "model/event_trigger.h"
#include "model/foreign.h"
#include "model/index.h"
#include "model/language.h"
#include "model/object_id.h"
#include "model/operator.h"
#include "model/publication.h"
#include "model/role.h"
#include "model/routine.h"
#include "model/rule.h"
#include "model/schema.h"
#include "model/sequence.h"
#include "model/statistics.h"
#include "model/subscription.h"
#include "model/table.h"
#include "model/text_search.h"
#include "model/trigger.h"
#include "model/type.h"
#include "model/view.h"

namespace trueup {

using AnyPayload =
    std::variant<Schema, Extension, Role, Membership, EnumType, CompositeType, RangeType, Domain, DomainCheck, Sequence,
                 Table, Column, Key, Exclusion, Check, ForeignKey, Index, View, MaterializedView, Routine, Trigger,
                 Policy, DefaultPrivilege, Aggregate, Operator, OperatorFamily, OperatorClass, Cast, Conversion,
                 Language, Transform, BaseType, Publication, PublicationTable, PublicationSchema, Subscription,
                 ForeignDataWrapper, Server, UserMapping, ForeignTable, Rule, EventTrigger, Collation, Statistics,
                 TextSearchParser, TextSearchTemplate, TextSearchDictionary, TextSearchConfiguration>;

/// What an object's kind adds. A type of its own only so that copying, moving and destroying one is compiled once: done
/// inline, these cost every file that holds an Object two and a half seconds of building.
struct Payload : AnyPayload {
  using AnyPayload::AnyPayload;
  Payload();
  Payload(const Payload& other);
  Payload(Payload&& other) noexcept;
  Payload& operator=(const Payload& other);
  Payload& operator=(Payload&& other) noexcept;
  ~Payload();
};

/// What an object, a label or an attribute was called before, as a comment in the desired SQL says: a statement about
/// the way, no part of the state.
struct RenamedFrom {
  std::string part;    ///< the enum's label or composite type's attribute that is meant; "" for the object itself
  std::string schema;  ///< where it was; "" for where the object is now
  std::string name;    ///< its name then
  Location where;
};

/// One object of a catalog: identity, what its kind adds, and the attributes every kind has.
struct Object {
  ObjectId id;
  Payload payload;

  std::optional<std::string> owner;                    ///< nullopt = not stated, not compared
  std::string comment;                                 ///< "" = none
  Acl acl;                                             ///< see model/acl.h; empty for kinds without privileges
  std::map<std::string, std::string> security_labels;  ///< provider → label
  std::optional<ObjectId> inherited_from;  ///< the parent's object that brought this one about (partition, child)

  /// What must exist before this object can be created and is gone only after it: filled by canonicalise on both
  /// doors from the definition, and on the live side from pg_depend besides. Sorted, unique, never itself.
  std::vector<ObjectId> references;
  Location origin;                             ///< where the desired SQL states it
  std::vector<RenamedFrom> renamed_from = {};  ///< parse door only; not compared
};

/// Calls `visit(name, field)` for every compared field of the payload, in declaration order.
template <class ObjectLike, class F>
void each_field(ObjectLike& object, F visit) {
  std::visit([&](auto& payload) { std::remove_cvref_t<decltype(payload)>::each_field(payload, visit); },
             object.payload);
}

/// Calls `visit(expression)` for every expression of the payload, nested ones included, empty ones left out.
void each_expression(Object& object, const std::function<void(Expression&)>& visit);
void each_expression(const Object& object, const std::function<void(const Expression&)>& visit);

/// Calls `visit(acl)` for every set of privileges the object holds: its own, that of the sequence behind an identity
/// column, those of a view's columns.
template <class ObjectLike, class F>
void each_acl(ObjectLike& object, F visit) {
  visit(object.acl);
  if (auto* column = std::get_if<Column>(&object.payload))
    if (column->identity) visit(column->identity->acl);
  const auto each_column = [&](auto* view) {
    if (!view) return;
    for (auto& [name, acl] : view->column_acls) visit(acl);
  };
  each_column(std::get_if<View>(&object.payload));
  each_column(std::get_if<MaterializedView>(&object.payload));
}

/// What a table or foreign table is part of; all empty pointers for every other object.
template <class ObjectLike>
[[nodiscard]] auto descent_of(ObjectLike& object) {
  using Ids = std::remove_reference_t<decltype((std::get<Table>(object.payload).inherits))>;
  using Parent = std::remove_reference_t<decltype((std::get<Table>(object.payload).partition_of))>;
  using Bound = std::remove_reference_t<decltype((std::get<Table>(object.payload).partition_bound))>;
  struct Descent {
    Ids* inherits = nullptr;
    Parent* partition_of = nullptr;
    Bound* partition_bound = nullptr;
    explicit operator bool() const { return inherits != nullptr; }
  };
  if (auto* table = std::get_if<Table>(&object.payload))
    return Descent{&table->inherits, &table->partition_of, &table->partition_bound};
  if (auto* table = std::get_if<ForeignTable>(&object.payload))
    return Descent{&table->inherits, &table->partition_of, &table->partition_bound};
  return Descent{};
}

/// True for GRANT-able kinds.
[[nodiscard]] bool has_acl(Kind kind);

/// True for the kinds whose owner ALTER … OWNER TO sets; the rest belong to whoever owns what they stand on.
[[nodiscard]] bool has_owner(Kind kind);

}  // namespace trueup
