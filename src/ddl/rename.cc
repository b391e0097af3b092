#include "ddl/rename.h"

#include "base/quote.h"
#include "ddl/text.h"

namespace trueup::ddl {

Statement rename(const ObjectId& from, const ObjectId& to) {
  if (from.kind == Kind::index)
    return statement("ALTER INDEX " + sql_name(from) + " RENAME TO " + quote_identifier(to.name));
  return statement("ALTER TABLE " + sql_parent(from) + " RENAME CONSTRAINT " + sql_name(from) + " TO " +
                   quote_identifier(to.name));
}

}  // namespace trueup::ddl
