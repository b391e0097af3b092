#pragma once

#include "ddl/rules.h"

namespace trueup::ddl {

// Comments, owners, grants and security labels: the attributes every kind has, handled once.

/// COMMENT ON … IS …; NULL when `object.comment` is empty.
[[nodiscard]] Statement comment_on(const Object& object);

/// How ALTER, COMMENT ON and GRANT name the object: "TABLE public.t", "CONSTRAINT c ON public.t",
/// "COLUMN public.t.c", "FUNCTION public.f(integer)".
[[nodiscard]] std::string named(const Object& object);

/// ALTER … OWNER TO …; empty where the kind has no owner of its own or none is stated.
[[nodiscard]] Statements owner_to(const Object& object);

/// GRANT and REVOKE statements that lead from `from` to `to` on `object`.
[[nodiscard]] Statements change_acl(const Object& object, const Acl& from, const Acl& to);

/// The privileges a newly made object of that kind has: PUBLIC's built-in ones and what the live database's default
/// privileges of its current_user give in that schema.
[[nodiscard]] Acl acl_at_creation(const Object& object, const Catalog& live);

/// The same with the default privileges that `catalog` holds for `role`.
[[nodiscard]] Acl acl_at_creation(const Object& object, const Catalog& catalog, std::string_view role);

/// Who runs the plan, as far as either end knows; "" when neither was read off a server.
[[nodiscard]] std::string_view current_user(const Context& context);

// The rules of the common attributes.
[[nodiscard]] Statements alter_owner(const Object& from, const Object& to, const Context& context);
[[nodiscard]] Statements alter_comment(const Object& from, const Object& to, const Context& context);
[[nodiscard]] Statements alter_acl(const Object& from, const Object& to, const Context& context);
[[nodiscard]] Statements alter_security_labels(const Object& from, const Object& to, const Context& context);

/// The rule of what is said of the index behind a constraint.
[[nodiscard]] Statements alter_index_comment(const Object& from, const Object& to, const Context& context);

/// Everything a CREATE does not say itself, in order: owner, grants (relative to acl_at_creation), comment,
/// security labels.
[[nodiscard]] Statements attributes_after_create(const Object& object, const Context& context);

}  // namespace trueup::ddl
