#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ddl/rules.h"

namespace trueup::ddl::test {

/// An object of schema "public" with the privileges that PUBLIC has on a new one.
[[nodiscard]] Object object(Kind kind, std::string_view name, Payload payload = Schema{});

/// An object that stands on `parent` in schema "public": a column, constraint, trigger, policy.
[[nodiscard]] Object child(Kind kind, std::string_view parent, std::string_view name, Payload payload);

/// Its id alone.
[[nodiscard]] ObjectId id(Kind kind, std::string_view name);

[[nodiscard]] Expression sql(std::string_view text);

/// A bare column as an element of an index or key.
[[nodiscard]] KeyElement on(std::string_view column);

[[nodiscard]] Catalog catalog(const std::vector<Object>& objects);

/// What the kind's row prints.
[[nodiscard]] Statements created(const Object& object, const Catalog& to = {}, const Catalog& from = {});
[[nodiscard]] Statements dropped(const Object& object);

/// Statements for every field in which the two differ, in field order, equal texts once; the one text "rebuild" when a
/// field cannot be changed in place.
[[nodiscard]] Statements altered(const Object& from, const Object& to);
[[nodiscard]] Statements altered(const Object& from, const Object& to, const Context& context);

[[nodiscard]] std::vector<std::string> texts(const Statements& statements);

/// Runs `setup`, the statements and `probe` in one transaction of a real server, which is then rolled back. Gives the
/// probe's first column, its rows joined by newlines; or the server's refusal.
[[nodiscard]] std::string after(std::string_view setup, const Statements& statements, std::string_view probe = {});

using Texts = std::vector<std::string>;

}  // namespace trueup::ddl::test

/// The statements print as expected, and a server that `setup` prepared takes them.
#define EXPECT_SQL(setup, statements, ...)                                                    \
  do {                                                                                        \
    const ::trueup::ddl::Statements printed = (statements);                                   \
    EXPECT_EQ(::trueup::ddl::test::texts(printed), (::trueup::ddl::test::Texts __VA_ARGS__)); \
    EXPECT_EQ(::trueup::ddl::test::after(setup, printed), "");                                \
  } while (false)
