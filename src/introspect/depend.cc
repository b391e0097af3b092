#include <algorithm>

#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

// A view's dependencies are its rule's. What extensions own ('e', 'x') is no order between our objects, what is
// internal ('i') joins the parts of one object, and the schema of an object stands in its id.
std::string query(const Context&) {
  return "SELECT CASE WHEN r.oid IS NULL THEN d.classid ELSE 'pg_class'::regclass::oid END, coalesce(r.ev_class, "
         "d.objid), "
         "d.objsubid, d.refclassid, d.refobjid, d.refobjsubid, d.deptype FROM pg_depend d "
         "LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid AND r.rulename = '_RETURN' "
         "WHERE d.objid >= 16384 AND d.refobjid >= 16384 AND d.refclassid <> 'pg_namespace'::regclass "
         "AND d.deptype IN ('n', 'a', 'P', 'S')";
}

/// The object at an address, or the one that the address is a part of: a view's column, an extension's member.
std::optional<ObjectId> resolve(Context& context, Address address) {
  const Object* object = context.object_at(address);
  address.part = 0;
  if (object == nullptr) object = context.object_at(address);
  if (object != nullptr) return object->id;
  const auto member = context.members.find(address);
  if (member == context.members.end() || member->second == "plpgsql") return std::nullopt;
  return ObjectId{.kind = Kind::extension, .name = member->second};
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    Address from{.catalog = row.oid(), .object = row.oid()};
    from.part = row.small();
    Object* object = context.object_at(from);
    if (object == nullptr) continue;
    Address to{.catalog = row.oid(), .object = row.oid()};
    to.part = row.small();
    const char type = row.character();
    std::optional<ObjectId> reference = resolve(context, to);
    if (!reference || *reference == object->id) continue;
    // A base type's functions come before the type only in that it was announced before them.
    if (object->id.kind == Kind::base_type && is_routine(reference->kind)) continue;
    // OWNED BY: the sequence comes first, and the column's default stands on it.
    if (object->id.kind == Kind::sequence && reference->kind == Kind::column && type == 'a') continue;
    object->references.push_back(std::move(*reference));
  }
  for (auto& [id, object] : context.catalog.objects) {
    std::sort(object.references.begin(), object.references.end());
    object.references.erase(std::unique(object.references.begin(), object.references.end()), object.references.end());
  }
}

}  // namespace

const Step depend_step = {.what = "dependencies", .query = query, .fold = fold};

}  // namespace trueup::introspect
