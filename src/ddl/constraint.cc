#include "ddl/constraint.h"

#include "base/quote.h"
#include "ddl/partition.h"
#include "ddl/text.h"

namespace trueup::ddl {

Statement add_constraint(const Object& constraint, const std::string& definition, bool only) {
  const std::string alter = only ? "ALTER TABLE ONLY " + sql_parent(constraint.id) : alter_parent(constraint);
  return statement(alter + " ADD CONSTRAINT " + sql_name(constraint.id) + " " + definition);
}

Statements drop_constraint(const Object& constraint, const Context&) {
  return {statement(alter_parent(constraint) + " DROP CONSTRAINT " + sql_name(constraint.id))};
}

Statements validate_constraint(const Object&, const Object& to, const Context&) {
  return {statement(alter_parent(to) + " VALIDATE CONSTRAINT " + sql_name(to.id))};
}

std::string alter_constraint_index(const Object& constraint) {
  return "ALTER INDEX " + qualified(constraint.id.schema, constraint.id.name);
}

Change how_index_options(const Object& from, const Object&, const Context& context) {
  const bool partitioned = is_partitioned(table_id(from.id.schema, from.id.parent), context.from);
  return partitioned ? Change::rebuild : Change::alter;
}

Statement set_index_tablespace(const Object& constraint, const std::string& tablespace) {
  return statement(alter_constraint_index(constraint) + " SET TABLESPACE " +
                   (tablespace.empty() ? "pg_default" : quote_identifier(tablespace)));
}

}  // namespace trueup::ddl
