#pragma once

#include <string>

#include "parse/step.h"

namespace trueup::parse {

/// A type as format_type() prints it with an empty search_path: "character varying(10)", "public.mood[]".
/// `modifiers` false leaves lengths out, as routines' argument types are stored. SETOF is not part of it.
[[nodiscard]] std::string type_text(const Step& step, const PgQuery__TypeName& type, bool modifiers = true);

/// The input argument types of ALTER/DROP/COMMENT/GRANT … FUNCTION f(…), as ObjectId::signature has them.
[[nodiscard]] std::string signature_of(const Step& step, const PgQuery__ObjectWithArgs& routine);

/// "integer" for serial4 and so on; "" for a type that is none of the serial ones.
[[nodiscard]] std::string serial_type(const PgQuery__TypeName& type);

/// A type's text without its length, as routines' argument types are stored: "numeric(10,2)[]" → "numeric[]".
[[nodiscard]] std::string without_modifier(std::string_view type);

/// A collation's name, qualified and quoted (pg_catalog."C"); "" for the database's default.
[[nodiscard]] std::string collation_text(const Step& step, Nodes parts);

}  // namespace trueup::parse
