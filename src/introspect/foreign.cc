#include "introspect/attributes.h"
#include "introspect/foreign_options.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

std::string wrapper_query(const Context&) {
  return "SELECT w.oid, w.fdwname, hn.nspname, h.proname, vn.nspname, v.proname, " +
         options_without_secrets("w.fdwoptions") +
         ", w.fdwowner, w.fdwacl FROM pg_foreign_data_wrapper w LEFT JOIN pg_proc h ON h.oid = w.fdwhandler "
         "LEFT JOIN pg_namespace hn ON hn.oid = h.pronamespace LEFT JOIN pg_proc v ON v.oid = w.fdwvalidator "
         "LEFT JOIN pg_namespace vn ON vn.oid = v.pronamespace WHERE w.oid >= 16384";
}

std::optional<ObjectId> function_of(Row& row, const char* signature) {
  const bool none = row.null();
  ObjectId id{.kind = Kind::function, .schema = row.text(), .name = row.text(), .signature = signature};
  return none ? std::nullopt : std::optional(std::move(id));
}

void fold_wrappers(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_foreign_data_wrapper, oid)) continue;
    Object object{.id = {.kind = Kind::foreign_data_wrapper, .name = row.text()}};
    ForeignDataWrapper wrapper{.handler = function_of(row, "")};
    wrapper.validator = function_of(row, "text[],oid");
    wrapper.options = foreign_options_of(row.array());
    object.payload = std::move(wrapper);
    read_owner_and_acl(context, row, object);
    context.add({pg_foreign_data_wrapper, oid, 0}, std::move(object));
  }
}

std::string server_query(const Context&) {
  return "SELECT s.oid, s.srvname, w.fdwname, s.srvtype, s.srvversion, " + options_without_secrets("s.srvoptions") +
         ", s.srvowner, s.srvacl FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw";
}

void fold_servers(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_foreign_server, oid)) continue;
    Object object{.id = {.kind = Kind::server, .name = row.text()}};
    object.payload = Server{
        .wrapper = row.text(), .type = row.text(), .version = row.text(), .options = foreign_options_of(row.array())};
    read_owner_and_acl(context, row, object);
    context.add({pg_foreign_server, oid, 0}, std::move(object));
  }
}

// Only a superuser may see the options of everybody's mapping; the view gives NULL for those that are not shown.
std::string mapping_query(const Context&) {
  return "SELECT m.umid, m.srvname, m.umuser, current_setting('is_superuser')::boolean OR m.umoptions IS NOT NULL, " +
         options_without_secrets("m.umoptions") + " FROM pg_user_mappings m";
}

void fold_mappings(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_user_mapping, oid)) continue;
    Object object{.id = {.kind = Kind::user_mapping, .parent = row.text(), .name = context.role(row.oid())}};
    UserMapping mapping;
    mapping.readable = row.boolean();
    mapping.options = foreign_options_of(row.array());
    object.payload = std::move(mapping);
    context.add({pg_user_mapping, oid, 0}, std::move(object));
  }
}

}  // namespace

const Step foreign_data_wrapper_step = {.what = "foreign-data wrappers", .query = wrapper_query, .fold = fold_wrappers};
const Step server_step = {.what = "servers", .query = server_query, .fold = fold_servers};
const Step user_mapping_step = {.what = "user mappings", .query = mapping_query, .fold = fold_mappings};

}  // namespace trueup::introspect
