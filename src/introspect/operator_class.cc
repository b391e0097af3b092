#include "introspect/attributes.h"
#include "introspect/reference.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

/// A family's identity, as an array.
std::string family_column(std::string_view oid) {
  return "(SELECT ARRAY[n.nspname, f.opfname, m.amname]::text[] FROM pg_opfamily f JOIN pg_am m ON m.oid = "
         "f.opfmethod JOIN pg_namespace n ON n.oid = f.opfnamespace WHERE f.oid = " +
         std::string(oid) + ")";
}

std::optional<ObjectId> read_family(Row& row) {
  const std::vector<std::string> parts = row.array();
  if (parts.size() != 3) return std::nullopt;
  return ObjectId{
      .kind = Kind::operator_family, .schema = parts[0], .parent = {}, .name = parts[1], .signature = parts[2]};
}

std::string family_query(const Context&) {
  return "SELECT o.oid, " + family_column("o.oid") +
         ", o.opfowner FROM pg_opfamily o WHERE o.opfnamespace = ANY ($schemas)";
}

void fold_families(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_opfamily, oid)) continue;
    Object object{.id = read_family(row).value_or(ObjectId{}), .payload = OperatorFamily{}};
    object.owner = context.role(row.oid());
    context.add({pg_opfamily, oid, 0}, std::move(object));
  }
}

std::string class_query(const Context&) {
  return "SELECT c.oid, n.nspname, c.opcname, m.amname, c.opcdefault, format_type(c.opcintype, NULL), " +
         family_column("c.opcfamily") +
         ", CASE WHEN c.opckeytype <> 0 THEN format_type(c.opckeytype, NULL) END, c.opcowner FROM pg_opclass c "
         "JOIN pg_namespace n ON n.oid = c.opcnamespace JOIN pg_am m ON m.oid = c.opcmethod "
         "WHERE c.opcnamespace = ANY ($schemas)";
}

void fold_classes(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_opclass, oid)) continue;
    Object object{
        .id = {.kind = Kind::operator_class, .schema = row.text(), .name = row.text(), .signature = row.text()}};
    trueup::OperatorClass own{.is_default = row.boolean(), .type = row.text()};
    own.family = read_family(row).value_or(ObjectId{});
    own.storage = row.text();
    object.payload = std::move(own);
    object.owner = context.role(row.oid());
    context.add({pg_opclass, oid, 0}, std::move(object));
  }
}

// Members of an extension's family that the extension did not bring are nobody's business here.
std::string member_query(const Context&) {
  return "SELECT a.amopfamily, " + family_column("a.amopfamily") +
         ", false, a.amopstrategy, format_type(a.amoplefttype, NULL), format_type(a.amoprighttype, NULL), " +
         operator_column("a.amopopr") + ", " + family_column("a.amopsortfamily") +
         " FROM pg_amop a WHERE a.oid >= 16384 UNION ALL SELECT p.amprocfamily, " + family_column("p.amprocfamily") +
         ", true, p.amprocnum, format_type(p.amproclefttype, NULL), format_type(p.amprocrighttype, NULL), " +
         routine_column("p.amproc") + ", NULL FROM pg_amproc p WHERE p.oid >= 16384";
}

/// Puts a member where canonicalise finds it: the family's, or a class's whose family is not managed.
void add_member(Context& context, const ObjectId& family, FamilyMember member) {
  if (Object* object = context.catalog.find(family)) {
    std::get<OperatorFamily>(object->payload).members.push_back(std::move(member));
    return;
  }
  for (auto& [id, object] : context.catalog.objects) {
    auto* own = std::get_if<trueup::OperatorClass>(&object.payload);
    if (own && own->family == family && own->type == member.left && own->type == member.right) {
      own->members.push_back(std::move(member));
      return;
    }
  }
}

void fold_members(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const ObjectId family = read_family(row).value_or(ObjectId{});
    if (context.is_member(pg_opfamily, oid)) continue;
    FamilyMember member;
    member.is_function = row.boolean();
    member.number = row.small();
    member.left = row.text();
    member.right = row.text();
    member.object = (member.is_function ? read_routine(row) : read_operator(row)).value_or(ObjectId{});
    member.order_family = read_family(row);
    add_member(context, family, std::move(member));
  }
}

}  // namespace

const Step operator_family_step = {.what = "operator families", .query = family_query, .fold = fold_families};
const Step own_operator_class_step = {.what = "operator classes", .query = class_query, .fold = fold_classes};
const Step family_member_step = {.what = "members of operator families", .query = member_query, .fold = fold_members};

}  // namespace trueup::introspect
