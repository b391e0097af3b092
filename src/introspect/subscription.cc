#include "model/subscription.h"

#include <algorithm>

#include "introspect/attributes.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

// Three columns: whether the connection string holds a secret, a digest of it, and its text with the secret left out.
// model/subscription.cc decides in the same way. Only a superuser may read it at all.
constexpr std::string_view connection = R"(
  s.subconninfo ~* 'password|secret' OR s.subconninfo ~ '://[^@]*:[^@]*@',
  encode(sha256(convert_to(s.subconninfo, 'UTF8')), 'hex'),
  regexp_replace(regexp_replace(regexp_replace(s.subconninfo,
    '(\m\w*(?:password|secret)\w*\s*=\s*)(?:''(?:[^''\\]|\\.)*''|(?![?&])[^\s''&]+)', '\1''not restorable''', 'gi'),
    '(://[^@:]*):[^@]*@', '\1:not%20restorable@'),
    '([?&]\w*(?:password|secret)\w*=)''not restorable''', '\1not%20restorable', 'gi'))";

std::string query(const Context& context) {
  const auto since = [&](int major, std::string_view column, std::string_view otherwise) {
    return ", " + std::string(context.since(major) ? column : otherwise);
  };
  // Version 13 lets nobody but a superuser read their oids: a login without that right sees none.
  if (!context.since(14) && !context.superuser)
    return "SELECT 0, '', false, '', '', '{}'::text[], false, '', '', false, 'f', false, false, true, false, 'any', "
           "false, 0 WHERE false";
  return "SELECT s.oid, s.subname, " + std::string(context.superuser ? connection : "false, '', ''") +
         ", s.subpublications, s.subenabled, s.subslotname, s.subsynccommit" + since(14, "s.subbinary", "false") +
         since(14, "s.substream", "'f'") + since(15, "s.subtwophasestate <> 'd'", "false") +
         since(15, "s.subdisableonerr", "false") + since(16, "s.subpasswordrequired", "true") +
         since(16, "s.subrunasowner", "false") + since(16, "s.suborigin", "'any'") +
         since(17, "s.subfailover", "false") +
         ", s.subowner FROM pg_subscription s WHERE s.subdbid = (SELECT oid FROM pg_database WHERE datname = "
         "current_database())";
}

ConnectionText connection_of(Row& row, bool readable) {
  ConnectionText text;
  text.secret = row.boolean();
  text.known = !text.secret;
  text.digest = row.text();
  text.text = row.text();
  text.readable = readable;
  return text;
}

std::string streaming_of(char letter) { return letter == 'p' ? "parallel" : letter == 't' ? "on" : "off"; }

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    Object object{.id = {.kind = Kind::subscription, .name = row.text()}};
    Subscription subscription{.connection = connection_of(row, context.superuser)};
    subscription.publications = row.array();
    std::sort(subscription.publications.begin(), subscription.publications.end());
    subscription.enabled = row.boolean();
    subscription.slot_name = row.text();
    subscription.synchronous_commit = row.text();
    subscription.binary = row.boolean();
    subscription.streaming = streaming_of(row.character());
    subscription.two_phase = row.boolean();
    subscription.disable_on_error = row.boolean();
    subscription.password_required = row.boolean();
    subscription.run_as_owner = row.boolean();
    subscription.origin = row.text();
    subscription.failover = row.boolean();
    object.owner = context.role(row.oid());
    object.payload = std::move(subscription);
    context.add({pg_subscription, oid, 0}, std::move(object));
  }
}

}  // namespace

const Step subscription_step = {.what = "subscriptions", .query = query, .fold = fold};

}  // namespace trueup::introspect
