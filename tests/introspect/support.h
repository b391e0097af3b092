#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "db/scratch.h"
#include "introspect/read.h"

namespace trueup::introspect {

/// The embedded server of this test program.
[[nodiscard]] db::Scratch& scratch();

/// The catalog of a fresh database in which a superuser ran `sql`.
[[nodiscard]] Catalog read_after(std::string_view sql);

/// The object that to_string names so: "column public.t.a". A test failure and an empty object when there is none.
[[nodiscard]] const Object& object(const Catalog& catalog, std::string_view id);

[[nodiscard]] bool has(const Catalog& catalog, std::string_view id);

template <class T>
[[nodiscard]] const T& get(const Catalog& catalog, std::string_view id) {
  static const T none{};
  const T* payload = std::get_if<T>(&object(catalog, id).payload);
  return payload == nullptr ? none : *payload;
}

/// "alice SELECT, PUBLIC USAGE*, -owner's DELETE": grantees and privileges sorted, * = with grant option.
[[nodiscard]] std::string shown(const Acl& acl);

/// The references of an object, as to_string names them, with ", " between them.
[[nodiscard]] std::string references(const Catalog& catalog, std::string_view id);

/// Messages of the diagnostics with that code, one per line.
[[nodiscard]] std::string diagnosed(const Catalog& catalog, std::string_view code);

}  // namespace trueup::introspect
