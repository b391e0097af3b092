#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

std::string query(const Context&) {
  return "SELECT classoid, objoid, objsubid, provider, label FROM pg_seclabel WHERE objoid >= 16384 OR classoid = "
         "'pg_namespace'::regclass UNION ALL SELECT classoid, objoid, 0, provider, label FROM pg_shseclabel "
         "WHERE classoid = 'pg_authid'::regclass";
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    Address address{.catalog = row.oid(), .object = row.oid()};
    address.part = row.small();
    const std::string provider = row.text();
    Object* object = context.object_at(address);
    if (object == nullptr && address.part == 0) continue;  // of something that is not managed itself
    const bool own = object != nullptr && (address.part == 0) == (object->id.kind != Kind::column);
    if (own)
      object->security_labels[provider] = row.text();
    else
      context.warn_not_managed("security label of " + provider + " on what is no object of its own");
  }
}

}  // namespace

const Step security_label_step = {.what = "security labels", .query = query, .fold = fold};

}  // namespace trueup::introspect
