#include "introspect/attributes.h"
#include "introspect/reference.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

std::string language_query(const Context&) {
  return "SELECT l.oid, l.lanname, l.lanpltrusted, " + routine_column("l.lanplcallfoid") + ", " +
         routine_column("l.laninline") + ", " + routine_column("l.lanvalidator") +
         ", l.lanowner, l.lanacl FROM pg_language l WHERE l.oid >= 16384";
}

void fold_languages(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_language, oid)) continue;
    Object object{.id = {.kind = Kind::language, .name = row.text()}};
    Language language{.trusted = row.boolean(), .handler = read_routine(row).value_or(ObjectId{})};
    language.inline_handler = read_routine(row);
    language.validator = read_routine(row);
    object.payload = std::move(language);
    read_owner_and_acl(context, row, object);
    context.add({pg_language, oid, 0}, std::move(object));
  }
}

std::string conversion_query(const Context&) {
  return "SELECT c.oid, n.nspname, c.conname, pg_encoding_to_char(c.conforencoding), "
         "pg_encoding_to_char(c.contoencoding), " +
         routine_column("c.conproc") +
         ", c.condefault, c.conowner FROM pg_conversion c JOIN pg_namespace n ON n.oid = c.connamespace "
         "WHERE c.connamespace = ANY ($schemas)";
}

void fold_conversions(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_conversion, oid)) continue;
    Object object{.id = {.kind = Kind::conversion, .schema = row.text(), .name = row.text()}};
    Conversion conversion{.source = row.text(), .target = row.text()};
    conversion.function = read_nameable(row).value_or(ObjectId{});
    conversion.is_default = row.boolean();
    object.payload = std::move(conversion);
    object.owner = context.role(row.oid());
    context.add({pg_conversion, oid, 0}, std::move(object));
  }
}

}  // namespace

const Step language_step = {.what = "languages", .query = language_query, .fold = fold_languages};
const Step conversion_step = {.what = "conversions", .query = conversion_query, .fold = fold_conversions};

}  // namespace trueup::introspect
