#pragma once

#include <string>

#include "ddl/rules.h"

namespace trueup::ddl {

// What the kinds of table constraint share.

/// ALTER TABLE … ADD CONSTRAINT name definition; `only`: for a partitioned table without its partitions.
[[nodiscard]] Statement add_constraint(const Object& constraint, const std::string& definition, bool only = false);

/// ALTER TABLE … DROP CONSTRAINT.
[[nodiscard]] Statements drop_constraint(const Object& constraint, const Context& context);

/// ALTER TABLE … VALIDATE CONSTRAINT.
[[nodiscard]] Statements validate_constraint(const Object& from, const Object& to, const Context& context);

/// "ALTER INDEX public.t_pkey": the index that a key or exclusion constraint has under its own name.
[[nodiscard]] std::string alter_constraint_index(const Object& constraint);

/// Whether the storage parameters of a constraint's index change in place: not on a partitioned table.
[[nodiscard]] Change how_index_options(const Object& from, const Object& to, const Context& context);

/// ALTER INDEX … SET TABLESPACE; the default one for "".
[[nodiscard]] Statement set_index_tablespace(const Object& constraint, const std::string& tablespace);

}  // namespace trueup::ddl
