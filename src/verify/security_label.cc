#include "verify/security_label.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string>

#include "base/quote.h"
#include "parse/scan.h"

namespace trueup::verify {

namespace {

bool is_word(std::string_view token, std::string_view word) {
  return std::equal(token.begin(), token.end(), word.begin(), word.end(),
                    [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
}

/// From ON to IS: how the statement names its object, which COMMENT does in the same way.
std::string_view naming(std::string_view sql) {
  std::size_t begin = std::string_view::npos;
  std::size_t end = begin;
  for (int at = 0; at < static_cast<int>(sql.size());) {
    const int next = parse::skip_token(sql, at);
    const std::string_view token = sql.substr(at, next - at);
    if (begin == std::string_view::npos && is_word(token, "on")) begin = at;
    if (is_word(token, "is")) end = at;
    at = next;
  }
  return begin == std::string_view::npos || end < begin ? std::string_view() : sql.substr(begin, end - begin);
}

struct Place {
  std::string catalog, object, part;
  bool shared = false;  ///< of the whole cluster
};

/// Asks the server which object the statement names: a comment put there and taken back shows it.
Result<Place> place_of(db::Connection& superuser, std::string_view sql) {
  const std::string mark = "trueup security label";
  Result<db::Rows> begun = superuser.run("BEGIN");
  if (!begun) return begun.error();
  Result<db::Rows> made = superuser.run(fmt::format("COMMENT {} IS {}", naming(sql), quote_literal(mark)));
  Result<db::Rows> found =
      made ? superuser.run(
                 fmt::format("SELECT classoid::oid, objoid::oid, objsubid, false FROM pg_catalog.pg_description "
                             "WHERE description = {0} UNION ALL SELECT classoid::oid, objoid::oid, 0, true "
                             "FROM pg_catalog.pg_shdescription WHERE description = {0}",
                             quote_literal(mark)))
           : Result<db::Rows>(made.error());
  Result<db::Rows> ended = superuser.run("ROLLBACK");
  if (!found) return found.error();
  if (!ended) return ended.error();
  if (found->empty()) return Error{.message = "nothing to put a security label on", .hint = {}};
  return Place{.catalog = found->text(0, 0),
               .object = found->text(0, 1),
               .part = found->text(0, 2),
               .shared = found->boolean(0, 3)};
}

}  // namespace

Result<void> put_security_label(db::Connection& superuser, std::string_view sql,
                                const PgQuery__SecLabelStmt& statement) {
  const Result<Place> place = place_of(superuser, sql);
  if (!place) return place.error();
  const std::string table = place->shared ? "pg_catalog.pg_shseclabel" : "pg_catalog.pg_seclabel";
  const std::string part = place->shared ? "" : ", objsubid";
  const std::string values =
      fmt::format("{}, {}{}", place->object, place->catalog, place->shared ? "" : ", " + place->part);
  std::string text = fmt::format(
      "SET LOCAL allow_system_table_mods = on; DELETE FROM {} WHERE (objoid, classoid{}, "
      "provider) = ({}, {})",
      table, part, values, quote_literal(statement.provider));
  if (*statement.label != '\0')
    text += fmt::format("; INSERT INTO {} (objoid, classoid{}, provider, label) VALUES ({}, {}, {})", table, part,
                        values, quote_literal(statement.provider), quote_literal(statement.label));
  Result<db::Rows> done = superuser.run("BEGIN; " + text + "; COMMIT");
  if (done) return {};
  (void)superuser.run("ROLLBACK");
  return done.error();
}

}  // namespace trueup::verify
