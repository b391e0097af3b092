#include "introspect/expression_list.h"
#include "introspect/steps.h"
#include "model/enabled.h"

namespace trueup::introspect {

namespace {

std::string query(const Context&) {
  return "SELECT r.oid, r.ev_class, r.rulename, r.ev_type, r.is_instead, r.ev_enabled, pg_get_ruledef(r.oid) "
         "FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class WHERE r.rulename <> '_RETURN' "
         "AND c.relpersistence <> 't' AND c.relnamespace = ANY ($schemas)";
}

std::string event(char type) {
  if (type == '2') return "update";
  return type == '3' ? "insert" : "delete";
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \n;";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// "(first; second;)", one statement, or NOTHING.
std::vector<Expression> actions(std::string_view text) {
  text = trim(text);
  if (text == "NOTHING") return {};
  if (!text.starts_with('(') || token_end(text, 0) != text.size()) return {{.text = std::string(text)}};
  text = text.substr(1, text.size() - 2);
  std::vector<Expression> statements;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(find_outside(text, ";", start), text.size());
    if (const std::string_view one = trim(text.substr(start, end - start)); !one.empty())
      statements.push_back({.text = std::string(one)});
    start = end + 1;
  }
  return statements;
}

/// What stands behind WHERE and DO [INSTEAD] in pg_get_ruledef.
void read_definition(Rule& rule, std::string_view definition) {
  constexpr std::string_view where = " WHERE ";
  constexpr std::string_view instead = "INSTEAD";
  // Keywords are printed in capitals, so that nothing else begins like this; a blank or a line's end follows.
  constexpr std::string_view verb = " DO";
  const std::size_t act = find_outside(definition, verb);
  if (act == std::string_view::npos) return;
  const std::string_view head = definition.substr(0, act);
  if (const std::size_t condition = find_outside(head, where); condition != std::string_view::npos)
    rule.condition.text = head.substr(condition + where.size());
  std::string_view body = trim(definition.substr(act + verb.size()));
  if (body.starts_with(instead)) body.remove_prefix(instead.size());
  rule.actions = actions(body);
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const Relation* relation = context.managed(row.oid());
    if (relation == nullptr) continue;
    Object object{
        .id = {.kind = Kind::rule, .schema = relation->id.schema, .parent = relation->id.name, .name = row.text()}};
    Rule rule{.event = event(row.character()), .instead = row.boolean()};
    rule.enabled = enabled_word(row.character());
    read_definition(rule, row.view());
    object.payload = std::move(rule);
    context.add({pg_rewrite, oid, 0}, std::move(object));
  }
}

}  // namespace

const Step rule_step = {.what = "rules", .query = query, .fold = fold};

}  // namespace trueup::introspect
