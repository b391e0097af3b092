#pragma once

#include <string>
#include <vector>

#include "diff/compare.h"
#include "model/catalog.h"

namespace trueup::verify {

/// Makes `loaded` (the desired files as a server holds them) leave open what `stated` (the same, parsed) leaves open:
/// owners, versions of extensions, roles that the files only mention. An owner that `live` has as well may have been
/// taken over from there.
void leave_open_unstated(Catalog& loaded, const Catalog& stated, const Catalog& live);

/// What differs between a state read off the server and the one expected, one line each: "table public.t is missing",
/// "column public.t.c: type is …, expected …". What cannot be decided counts as different.
[[nodiscard]] std::vector<std::string> differences_between(const Catalog& actual, const Catalog& expected);

/// Tables whose columns stand in another order than expected, one line each.
[[nodiscard]] std::vector<std::string> column_order_notes(const Catalog& actual, const Catalog& expected);

/// The encoded value of one field; "" where the object has no such field.
[[nodiscard]] std::string field_value(const Object& object, const std::string& field);

}  // namespace trueup::verify
