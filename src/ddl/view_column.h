#pragma once

#include <map>
#include <string>

#include "ddl/rules.h"

namespace trueup::ddl {

/// COMMENT ON COLUMN statements for the columns of a view or materialized view whose comments differ.
[[nodiscard]] Statements change_column_comments(const ObjectId& view, const std::map<std::string, std::string>& from,
                                                const std::map<std::string, std::string>& to);

/// " (a, b)": the column names after a view's name; "" where the query names them.
[[nodiscard]] std::string column_name_list(const std::vector<std::string>& column_names);

}  // namespace trueup::ddl
