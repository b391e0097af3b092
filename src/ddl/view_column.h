#pragma once

#include <map>
#include <string>

#include "ddl/rules.h"

namespace trueup::ddl {

using ColumnAcls = std::map<std::string, Acl>;

/// The privileges on a view's columns; none for what is no view.
[[nodiscard]] const ColumnAcls& view_column_acls(const Object& view);

/// A view's column as an object, for what GRANT says of it.
[[nodiscard]] Object view_column(const Object& view, const std::string& name);

/// GRANT and REVOKE on the columns of `view`.
[[nodiscard]] Statements change_column_acls(const Object& view, const ColumnAcls& from, const ColumnAcls& to);
[[nodiscard]] Statements alter_column_acls(const Object& from, const Object& to, const Context& context);

/// COMMENT ON COLUMN statements for the columns of a view or materialized view whose comments differ.
[[nodiscard]] Statements change_column_comments(const ObjectId& view, const std::map<std::string, std::string>& from,
                                                const std::map<std::string, std::string>& to);

/// " (a, b)": the column names after a view's name; "" where the query names them.
[[nodiscard]] std::string column_name_list(const std::vector<std::string>& column_names);

}  // namespace trueup::ddl
