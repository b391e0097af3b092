#pragma once

#include <string_view>

#include "introspect/context.h"

namespace trueup::introspect {

/// The privileges of an acl column (aclitem[] as text; NULL when `is_default`) on an object of `kind` owned by
/// `owner`, in the form of model/acl.h.
[[nodiscard]] Acl acl_of(Kind kind, std::string_view text, bool is_default, const std::string& owner,
                         int server_version);

/// The entries of an aclitem[]: PUBLIC is "", grantors are left out, a privilege held with and without grant option
/// is held with it.
[[nodiscard]] std::set<Grant> split_acl(std::string_view text);

/// Storage parameters of a reloptions or attoptions array. `prefix` goes before each name ("toast.").
void add_options(Options& options, std::string_view text, std::string_view prefix = {});

/// "name=value" settings of a proconfig or rolconfig array, the values as SET takes them: `'public', 'pg_temp'`;
/// in their order.
[[nodiscard]] std::vector<Setting> settings_of(const std::vector<std::string>& configuration);

/// pg_proc.proparallel as CREATE FUNCTION says it.
[[nodiscard]] std::string parallel_word(char letter);

/// Reads an owner and an acl column, in this order, into `object`.
void read_owner_and_acl(const Context& context, Row& row, Object& object);

/// Comments of everything, by address: after all kinds.
extern const Step comment_step;
extern const Step role_comment_step;

}  // namespace trueup::introspect
