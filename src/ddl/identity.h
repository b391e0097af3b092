#pragma once

#include <string>

#include "ddl/rules.h"

namespace trueup::ddl {

/// "GENERATED ALWAYS AS IDENTITY (INCREMENT BY 10)".
[[nodiscard]] std::string identity_clause(const Object& column);

/// What a statement that makes the identity does not say: grants and comment of its sequence.
[[nodiscard]] Statements identity_extras(const Object& column, const Context& context);

/// ALTER TABLE … ALTER COLUMN … DROP IDENTITY IF EXISTS; the position of its sequence is lost. Several fields need it
/// gone, and a plan may run them apart: it can stand twice.
[[nodiscard]] Statement drop_identity(const Object& column);

/// ADD GENERATED … / SET … / DROP IDENTITY: whatever leads from one column's identity to the other's.
[[nodiscard]] Statements change_identity(const Object& from, const Object& to, const Context& context);

}  // namespace trueup::ddl
