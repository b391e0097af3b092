#include "online/form.h"

// Foreign keys, checks and, from version 18 on, NOT NULL constraints: NOT VALID first, which looks at no row. What is
// there is looked at by VALIDATE, under a lock that lets others read and write.

namespace trueup::online {

Rewritten add_constraint(const Setting& setting) {
  const plan::Step& step = setting.step();
  const std::string& sql = step.statement.sql;
  const std::string table = sql_parent(step.subject);
  const std::string head = "ALTER TABLE " + table + " ADD CONSTRAINT " + sql_name(step.subject) + " ";
  const bool is_key = step.subject.kind == Kind::foreign_key && sql.starts_with(head + "FOREIGN KEY ");
  const bool is_check = step.subject.kind == Kind::check && sql.starts_with(head + "CHECK ");
  if (!is_key && !is_check) return {};
  if (sql.ends_with(" NOT VALID") || sql.ends_with(" NOT ENFORCED")) return {};
  const ObjectId on = table_id(step.subject.schema, step.subject.parent);
  if (setting.ends.to.find(on) == nullptr) return {};  // a foreign table
  if (is_key && is_partitioned(on, setting.ends) && setting.version < 18) return {};
  return {{instead(step, sql + " NOT VALID", ddl::Transaction::commits),
           instead(step, "ALTER TABLE " + table + " VALIDATE CONSTRAINT " + sql_name(step.subject),
                   ddl::Transaction::commits)}};
}

}  // namespace trueup::online
