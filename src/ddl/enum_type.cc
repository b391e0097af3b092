#include <algorithm>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

using Labels = std::vector<std::string>;

Statements create(const Object& object, const Context& context) {
  std::vector<std::string> labels;
  for (const std::string& label : as<EnumType>(object).labels) labels.push_back(quote_literal(label));
  Statements statements = {statement("CREATE TYPE " + sql_name(object.id) + " AS ENUM (" + join(labels) + ")")};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP TYPE " + sql_name(object.id))}; }

/// True when `few` are among `many`, in the same order.
bool within(const Labels& few, const Labels& many) {
  auto next = few.begin();
  for (const std::string& label : many)
    if (next != few.end() && *next == label) ++next;
  return next == few.end();
}

/// Labels can be added anywhere, but neither taken away nor moved.
Change how_labels(const Object& from, const Object& to, const Context&) {
  return within(as<EnumType>(from).labels, as<EnumType>(to).labels) ? Change::alter : Change::rebuild;
}

/// Each new label is placed after the one before it; at the very beginning, before the first that is there.
Statements alter_labels(const Object& from, const Object& to, const Context&) {
  Labels there = as<EnumType>(from).labels;
  const Labels& wanted = as<EnumType>(to).labels;
  Statements statements;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (i < there.size() && there[i] == wanted[i]) continue;
    std::string place;
    if (i < there.size())
      place = i == 0 ? " BEFORE " + quote_literal(there.front()) : " AFTER " + quote_literal(wanted[i - 1]);
    Statement add = statement("ALTER TYPE " + sql_name(to.id) + " ADD VALUE " + quote_literal(wanted[i]) + place);
    add.transaction = Transaction::commits;
    statements.push_back(std::move(add));
    there.insert(there.begin() + static_cast<std::ptrdiff_t>(i), wanted[i]);
  }
  return statements;
}

constexpr FieldRule fields[] = {{.field = "labels", .alter = alter_labels, .how = how_labels}};

}  // namespace

constinit const KindRules enum_type_rules = {
    .kind = Kind::enum_type, .weight = 50, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
