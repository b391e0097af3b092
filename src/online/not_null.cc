#include "base/quote.h"
#include "online/form.h"

// SET NOT NULL looks at every row while nobody may read. A CHECK that is validated before tells it that it need not.

namespace trueup::online {

namespace {

Rewritten by_constraint(const plan::Step& step, const std::string& table, const std::string& column,
                        const std::string& name) {
  return {{instead(step, "ALTER TABLE " + table + " ADD CONSTRAINT " + name + " NOT NULL " + column + " NOT VALID",
                   ddl::Transaction::commits),
           instead(step, "ALTER TABLE " + table + " VALIDATE CONSTRAINT " + name, ddl::Transaction::commits)}};
}

}  // namespace

Rewritten set_not_null(const Setting& setting) {
  const plan::Step& step = setting.step();
  const Object* object = setting.ends.to.find(step.subject);
  if (step.subject.kind != Kind::column || !object) return {};
  const ObjectId on = table_id(step.subject.schema, step.subject.parent);
  if (setting.ends.to.find(on) == nullptr || step.effect.scans.empty()) return {};
  const std::string table = sql_parent(step.subject);
  const std::string column = sql_name(step.subject);
  const std::string& name = std::get<Column>(object->payload).not_null_constraint.name;
  const std::string& sql = step.statement.sql;
  const bool plain = sql == "ALTER TABLE " + table + " ALTER COLUMN " + column + " SET NOT NULL";
  const bool named =
      sql == "ALTER TABLE " + table + " ADD CONSTRAINT " + quote_identifier(name) + " NOT NULL " + column;
  if (!plain && !named) return {};
  if (setting.version >= 18) return by_constraint(step, table, column, quote_identifier(name));
  const std::string check = quote_identifier(name_with(step.subject.name, "__trueup_not_null"));
  const std::string alter = "ALTER TABLE " + table;
  return {{instead(step, alter + " ADD CONSTRAINT " + check + " CHECK (" + column + " IS NOT NULL) NOT VALID",
                   ddl::Transaction::commits),
           instead(step, alter + " VALIDATE CONSTRAINT " + check, ddl::Transaction::commits), instead(step, sql),
           instead(step, alter + " DROP CONSTRAINT " + check)}};
}

}  // namespace trueup::online
